package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.model.project.Project;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.rule.function.GlobalDirectives;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps {@code <Using>} items meaningful: a namespace that goes with the in-process packages is no
 * longer opened in front of every file, an alias names the type that stands for the old one
 * (core-model 13).
 */
public final class UsingItems implements CollectingRule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0113", "Usings of the project open namespaces that are there", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion, Needs needs) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      Map<MsBuildItem, Map<String, Optional<String>>> changed = changed(code, conversion, needs);
      if (!changed.isEmpty()) {
        edit(code.project(), changed, outcome);
      }
    }
    return outcome.build();
  }

  /** By item its names that change, with what stands for each; empty where nothing does. */
  private static Map<MsBuildItem, Map<String, Optional<String>>> changed(
      CodeBase code, Conversion conversion, Needs needs) {
    Map<MsBuildItem, Map<String, Optional<String>>> changed = new LinkedHashMap<>();
    for (GlobalUsing using : code.project().items().usings()) {
      MsBuildItem item = using.source();
      if (item != null && isGone(using, code, conversion)) {
        changed
            .computeIfAbsent(item, key -> new LinkedHashMap<>())
            .put(
                using.target(),
                opensNamespace(using)
                    ? namespace(using, code, conversion, needs)
                    : counterpart(using, conversion));
      }
    }
    return changed;
  }

  private static boolean isGone(GlobalUsing using, CodeBase code, Conversion conversion) {
    if (opensNamespace(using)) {
      return code.isGone(using.target());
    }
    int dot = using.target().lastIndexOf('.');
    return conversion.types().of(using.target()).isPresent()
        || dot > 0 && code.isGone(using.target().substring(0, dot));
  }

  private static boolean opensNamespace(GlobalUsing using) {
    return using.alias().isEmpty() && !using.isStatic();
  }

  private static Optional<String> namespace(
      GlobalUsing using, CodeBase code, Conversion conversion, Needs needs) {
    return using.target().equals(GlobalDirectives.IN_PROCESS)
            && GlobalDirectives.openWorker(conversion, code, needs)
        ? Optional.of(GlobalDirectives.WORKER)
        : Optional.empty();
  }

  private static Optional<String> counterpart(GlobalUsing using, Conversion conversion) {
    Counterpart counterpart = conversion.types().of(using.target()).orElse(null);
    if (counterpart instanceof Counterpart.Type type) {
      return Optional.of(type.metadataName());
    }
    if (counterpart instanceof Counterpart.Part part) {
      String old = using.target().substring(using.target().lastIndexOf('.') + 1);
      String name = part.name().isEmpty() ? old : part.name();
      return Optional.of(conversion.namespaceOf(part.part()) + "." + name);
    }
    return Optional.empty();
  }

  private static void edit(
      Project project,
      Map<MsBuildItem, Map<String, Optional<String>>> changed,
      RuleOutcome.Builder outcome) {
    MsBuildFile file = project.file();
    MsBuildEdits edits = MsBuildEdits.in(file, INFO.id());
    List<MsBuildElement> removed = new ArrayList<>();
    List<NewItem> taken = new ArrayList<>();
    changed.forEach(
        (item, names) -> {
          if (!file.items().contains(item)) {
            names.forEach((name, after) -> takeBack(name, after, taken));
            return;
          }
          String left = left(item, names);
          if (left.isEmpty()) {
            removed.add(item.element());
          } else {
            outcome.edit(
                edits.replaceValue(item.element().attribute("Include").orElseThrow(), left));
          }
        });
    outcome.edits(edits.removeAll(removed));
    if (!taken.isEmpty()) {
      outcome.edit(edits.insertItemGroup(file.root().orElseThrow(), taken));
    }
  }

  /** What a shared file opens, and what stands for it in this project. */
  private static void takeBack(String name, Optional<String> after, List<NewItem> taken) {
    taken.add(new NewItem("Using", "Remove", name, List.of()));
    after
        .filter(GlobalDirectives.WORKER::equals)
        .ifPresent(worker -> taken.add(NewItem.include("Using", worker)));
  }

  private static String left(MsBuildItem item, Map<String, Optional<String>> names) {
    return Arrays.stream(item.include().orElse("").split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> names.getOrDefault(name, Optional.of(name)).stream())
        .collect(Collectors.joining(";"));
  }
}
