package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives types of the in-process model the name of their counterpart: {@code [FunctionName("X")]} to
 * {@code [Function("X")]}, {@code Microsoft.Azure.WebJobs.TimerInfo} to {@code
 * Microsoft.Azure.Functions.Worker.TimerInfo}. What has no counterpart is a blocker.
 */
public final class TypeNames implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0301", "Types of the in-process model get the worker's names", Step.CODE);

  private static final String WORKER = "Microsoft.Azure.Functions.Worker";

  /** Packages of extensions whose types a library may name without a function that brings them. */
  private static final SortedMap<String, Set<String>> EXTENSIONS =
      new TreeMap<>(
          Map.of(
              WORKER + ".Extensions.Http",
              Set.of(
                  "Microsoft.Azure.WebJobs.HttpTriggerAttribute",
                  "Microsoft.Azure.WebJobs.Extensions.Http.AuthorizationLevel"),
              WORKER + ".Extensions.Timer",
              Set.of(
                  "Microsoft.Azure.WebJobs.TimerInfo",
                  "Microsoft.Azure.WebJobs.Extensions.Timers.ScheduleStatus")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        ofFile(conversion, code, file, outcome);
      }
    }
    return outcome.build();
  }

  private static void ofFile(
      Conversion conversion, CodeBase code, CSharpFile file, RuleOutcome.Builder outcome) {
    NameChanges names =
        NameChanges.of(conversion, code, file, place -> !conversion.moves(file, place));
    String path = file.source().path();
    names.changes().forEach(change -> outcome.edit(new Edit(path, change, INFO.id())));
    names.needs().forEach(outcome::need);
    boolean isApart = conversion.app().apart().anyMatch(code::equals);
    if (isApart && opensTheWorker(names.needs())) {
      outcome.need(new Need.Package(code.project().path(), WORKER));
      EXTENSIONS.forEach(
          (extension, types) -> {
            if (code.names().references(file).anyMatch(r -> r.resolution().isAny(types))) {
              outcome.need(new Need.Package(code.project().path(), extension));
            }
          });
    }
    names.findings().forEach(outcome::finding);
  }

  /** A library has no package of the worker by itself, also where only a comment names a type. */
  private static boolean opensTheWorker(List<Need> needs) {
    return needs.stream()
        .anyMatch(need -> need instanceof Need.Using using && using.namespace().equals(WORKER));
  }
}
