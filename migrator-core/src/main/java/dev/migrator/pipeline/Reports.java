package dev.migrator.pipeline;

import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.BuildState;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.report.AppReport.Status;
import java.util.List;

/** Reports of apps of which nothing was written. */
final class Reports {
  private Reports() {}

  static AppReport notWritten(PlannedApp app) {
    Status status =
        app.isBlocked() ? Status.BLOCKED : app.isUnchanged() ? Status.UNCHANGED : Status.SKIPPED;
    return new AppReport(
        app.path(),
        status,
        app.app().functions().size(),
        List.of(),
        app.findings(),
        status == Status.UNCHANGED ? ContractState.EQUAL : ContractState.UNKNOWN,
        BuildState.NOT_RUN,
        app.nanos() / 1_000_000);
  }
}
