package dev.migrator.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrator.Version;
import dev.migrator.git.StepCommit;
import dev.migrator.git.Trailer;
import dev.migrator.git.Written;
import dev.migrator.plan.StepChanges;
import dev.migrator.report.AppReport.StepReport;
import dev.migrator.rule.Step;
import dev.migrator.source.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The commits of a run: app by app, step by step. */
final class StepCommits {
  private record Entry(PlannedApp app, Step step, StepCommit commit) {}

  private static final String INCOMPLETE = " (incomplete)";

  private final List<Entry> entries = new ArrayList<>();

  /**
   * The commits of these apps.
   *
   * @param untracked paths that no commit holds
   * @param locks contract locks that go with the last step of their app
   */
  StepCommits(List<PlannedApp> apps, Set<String> untracked, Map<PlannedApp, String> locks) {
    for (PlannedApp app : apps) {
      StepChanges changes = app.changes();
      List<Step> steps = changes.steps();
      for (Step step : steps) {
        SortedMap<String, FileChange> files = changes.upTo(step);
        files.keySet().removeAll(untracked);
        String lock = locks.get(app);
        if (lock != null && step == steps.get(steps.size() - 1)) {
          files.put(LockName.committed(app.path()), FileChange.write(lock.getBytes(UTF_8)));
        }
        entries.add(new Entry(app, step, commit(app, step, changes, files)));
      }
    }
  }

  private static StepCommit commit(
      PlannedApp app, Step step, StepChanges changes, SortedMap<String, FileChange> files) {
    StringBuilder body = new StringBuilder();
    body.append(app.path())
        .append(": ")
        .append(app.app().functions().size())
        .append(" functions. Changes by rule:\n");
    for (Map.Entry<String, Integer> rule : changes.rules(step).entrySet()) {
      body.append("- ")
          .append(rule.getKey())
          .append(' ')
          .append(app.plan().rule(rule.getKey()).title())
          .append(": ")
          .append(rule.getValue())
          .append('\n');
    }
    String subject = step.subject(app.app().project().name());
    return StepCommit.of(
        app.isIncomplete() ? subject + INCOMPLETE : subject,
        body.toString(),
        List.of(
            new Trailer(Trailer.STEP, step.id()),
            new Trailer("Migration-Tool-Version", Version.TEXT)),
        files);
  }

  List<StepCommit> commits() {
    return entries.stream().map(Entry::commit).toList();
  }

  /** The commits of one app as they were written. */
  List<StepReport> reports(PlannedApp app, Written written) {
    List<StepReport> reports = new ArrayList<>();
    for (Written.Commit commit : written.commits()) {
      Entry entry = entries.get(commit.step());
      if (entry.app().equals(app)) {
        reports.add(new StepReport(entry.step().id(), commit.id()));
      }
    }
    return reports;
  }
}
