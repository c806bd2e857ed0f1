package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.BuildState;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.report.AppReport.Status;
import dev.migrator.report.AppReport.StepReport;
import dev.migrator.report.AppTables;
import dev.migrator.verify.ContractDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports of single apps. */
final class Reports {
  private Reports() {}

  /** Of an app of which nothing was written. */
  static AppReport notWritten(PlannedApp app) {
    Status status =
        app.isBlocked() ? Status.BLOCKED : app.isUnchanged() ? Status.UNCHANGED : Status.SKIPPED;
    return report(
        app,
        status,
        List.of(),
        app.findings(),
        status == Status.UNCHANGED ? ContractState.EQUAL : ContractState.UNKNOWN,
        BuildState.NOT_RUN,
        Optional.empty());
  }

  /** Of an app as a conversion would leave it; nothing is written. */
  static AppReport foreseen(PlannedApp app, ResultCheck check) {
    return app.isBlocked() || app.isUnchanged()
        ? notWritten(app)
        : converted(app, check.check(app), steps(app));
  }

  /** The same without tables, which an inventory has no place for. */
  static AppReport outlined(PlannedApp app, ResultCheck check) {
    return app.isBlocked() || app.isUnchanged()
        ? notWritten(app)
        : checked(app, check.check(app), steps(app), Optional.empty());
  }

  private static List<StepReport> steps(PlannedApp app) {
    return app.changes().steps().stream().map(step -> new StepReport(step.id(), "")).toList();
  }

  /** Of an app whose result was checked; the steps as they were written or would be. */
  static AppReport converted(PlannedApp app, ResultCheck.Checked checked, List<StepReport> steps) {
    return checked(app, checked, steps, Optional.of(Tables.of(app.conversion(), checked.after())));
  }

  private static AppReport checked(
      PlannedApp app,
      ResultCheck.Checked checked,
      List<StepReport> steps,
      Optional<AppTables> tables) {
    List<Diagnostic> findings = new ArrayList<>(app.findings());
    findings.addAll(checked.findings());
    Status ofResult = checked.isGood() ? Status.CONVERTED : Status.FAILED;
    return report(
        app,
        app.isIncomplete() ? Status.BLOCKED : ofResult,
        steps,
        findings,
        checked.contract(),
        checked.build(),
        tables);
  }

  private static AppReport report(
      PlannedApp app,
      Status status,
      List<StepReport> steps,
      List<Diagnostic> findings,
      ContractState contract,
      BuildState build,
      Optional<AppTables> tables) {
    return new AppReport(
        app.path(),
        status,
        app.app().functions().size(),
        steps,
        findings,
        contract,
        build,
        app.nanos() / 1_000_000,
        tables);
  }

  /** Of a build that ended with these errors; empty where none ran. */
  static BuildState state(Optional<List<Diagnostic>> buildErrors) {
    return buildErrors
        .map(errors -> errors.isEmpty() ? BuildState.PASSED : BuildState.FAILED)
        .orElse(BuildState.NOT_RUN);
  }

  static ContractState state(ContractDiff diff) {
    return switch (diff.verdict()) {
      case EQUAL -> ContractState.EQUAL;
      case DRIFT -> ContractState.DRIFT;
      case UNKNOWN -> ContractState.UNKNOWN;
    };
  }
}
