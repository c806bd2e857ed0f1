package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.model.project.ImplicitPackage;
import dev.migrator.model.project.ImplicitPackages;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.StandardPackages;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of the packages of a library: those of the in-process model go, and what its code
 * uses of what they brought along is named (core-model 1.1).
 */
final class LibraryPackages {
  private static final ImplicitPackages IMPLICIT = ImplicitPackages.load();
  private static final StandardPackages STANDARD = StandardPackages.load();
  private static final String FRAMEWORK = "Microsoft.AspNetCore.App";
  private static final String LOGGING = "Microsoft.Extensions.Logging";

  private final Conversion conversion;
  private final CodeBase library;
  private final Project project;
  private final String ruleId;

  LibraryPackages(Conversion conversion, CodeBase library, String ruleId) {
    this.conversion = conversion;
    this.library = library;
    this.project = library.project();
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    List<PackageReference> gone =
        project.items().packages().stream()
            .filter(project::isOwn)
            .filter(ProjectPackages::isInProcess)
            .toList();
    if (gone.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    MsBuildEdits edits = MsBuildEdits.in(project.file(), ruleId);
    List<NewItem> items = items();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    outcome.edits(
        edits.removeAll(
            gone.stream().skip(items.isEmpty() ? 0 : 1).map(r -> r.item().element()).toList()));
    if (!items.isEmpty()) {
      outcome.edit(edits.replaceItem(gone.get(0).item(), items));
    }
    return outcome.build();
  }

  private List<NewItem> items() {
    List<NewItem> items = new ArrayList<>();
    if (isStandard()) {
      packages(LibraryPackages::packageOf).forEach(id -> items.add(item(id)));
    } else {
      boolean usesFramework =
          rows().anyMatch(row -> row.framework().filter(FRAMEWORK::equals).isPresent());
      boolean hasFramework =
          project.items().frameworks().stream().anyMatch(f -> f.name().equalsIgnoreCase(FRAMEWORK));
      if (usesFramework && !hasFramework) {
        items.add(NewItem.include("FrameworkReference", FRAMEWORK));
      }
      packages(ImplicitPackage::id).forEach(id -> items.add(item(id)));
    }
    return items;
  }

  private NewItem item(String id) {
    return ProjectPackages.item(project, id, conversion);
  }

  /** .NET Standard has no shared frameworks. */
  private boolean isStandard() {
    return project.targetFrameworks().stream().anyMatch(f -> f.startsWith("netstandard"));
  }

  private Stream<ImplicitPackage> rows() {
    SortedSet<String> names = WantedPackages.names(library);
    if (conversion.homes().partsIn(library).contains(CompatibilityPart.TRACE_WRITER)) {
      names.add(LOGGING);
    }
    return names.stream().flatMap(name -> IMPLICIT.find(name).stream());
  }

  private SortedSet<String> packages(Function<ImplicitPackage, Optional<String>> id) {
    SortedSet<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rows().flatMap(row -> id.apply(row).stream()).forEach(ids::add);
    project.items().packages().stream()
        .filter(reference -> !ProjectPackages.isInProcess(reference))
        .forEach(reference -> ids.remove(reference.id()));
    return ids;
  }

  private static Optional<String> packageOf(ImplicitPackage row) {
    return row.id().or(() -> STANDARD.find(row.namespace()));
  }
}
