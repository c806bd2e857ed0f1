package dev.migrator.pipeline;

import dev.migrator.git.UnifiedDiff;
import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.Status;
import dev.migrator.report.RunReport;
import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code preview}: the conversion as a diff. */
final class PreviewRun {
  private static final String COMMAND = "preview";

  private final Request request;
  private final Progress progress;

  PreviewRun(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  Result run() {
    try (RunInput input = RunInput.open(request.path(), request.environment())) {
      return run(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result run(RunInput input) {
    AppPlanning planning = AppPlanning.of(input, request);
    List<PlannedApp> planned = planning.planAll(request.appGlob(), progress);
    if (planned.stream().allMatch(PlannedApp::isUnchanged)) {
      return NothingToConvert.result(COMMAND, planning.workspace(), planned, input);
    }
    return preview(input.tree(), planned, planning);
  }

  private Result preview(FileTree tree, List<PlannedApp> planned, AppPlanning planning) {
    SortedMap<String, FileChange> changes = new TreeMap<>();
    List<AppReport> reports = new ArrayList<>();
    boolean isGood = true;
    Map<String, PlannedApp> ready = new TreeMap<>();
    planning
        .inSequence(planned.stream().filter(app -> !app.isBlocked() && !app.isUnchanged()).toList())
        .forEach(app -> ready.put(app.path(), app));
    ResultCheck check = planning.resultCheck(List.copyOf(ready.values()));
    for (PlannedApp found : planned) {
      PlannedApp app = ready.getOrDefault(found.path(), found);
      AppReport report = Reports.foreseen(app, check);
      reports.add(report);
      if (ready.containsKey(app.path())) {
        isGood &= report.status() == Status.CONVERTED;
        changes.putAll(app.finalChanges());
      }
    }
    boolean anyBlocked = planned.stream().anyMatch(PlannedApp::isBlocked);
    ExitCode exitCode =
        changes.isEmpty()
            ? ExitCode.BLOCKED
            : !isGood
                ? ExitCode.VERIFICATION_FAILED
                : anyBlocked ? ExitCode.PARTLY_DONE : ExitCode.DONE;
    String diff = UnifiedDiff.text(tree, EditedTree.of(tree, changes));
    return new Result(
        exitCode, new RunReport(COMMAND, reports, Optional.of(diff)), List.of(), List.of());
  }
}
