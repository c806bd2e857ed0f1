package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.plan.AppPlan;
import dev.migrator.plan.StepChanges;
import dev.migrator.rule.Step;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * One app with what is to become of it.
 *
 * @param app as it was read
 * @param plan of all rules
 * @param problems of reading it: files that do not parse
 * @param base the snapshot that the plan's edits belong to
 * @param nanos spent on it so far
 */
record PlannedApp(
    FunctionApp app, AppPlan plan, List<Diagnostic> problems, FileTree base, long nanos) {

  PlannedApp {
    problems = List.copyOf(problems);
  }

  String path() {
    return app.project().path();
  }

  /** Problems and findings together. */
  List<Diagnostic> findings() {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(plan.findings());
    return all;
  }

  boolean isBlocked() {
    return findings().stream().anyMatch(Diagnostic::isBlocker);
  }

  /** Whether there is nothing to convert, and nothing in the way of seeing that. */
  boolean isUnchanged() {
    return !isBlocked() && plan.isEmpty();
  }

  StepChanges changes() {
    return new StepChanges(plan, base);
  }

  /** All files that change, as they are at the end. */
  SortedMap<String, FileChange> finalChanges() {
    Step[] steps = Step.values();
    return changes().upTo(steps[steps.length - 1]);
  }
}
