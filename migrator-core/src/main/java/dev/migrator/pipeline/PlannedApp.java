package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.plan.AppPlan;
import dev.migrator.plan.StepChanges;
import dev.migrator.rule.Step;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One app with what is to become of it; each app of a run is its own. */
final class PlannedApp {
  private final FunctionApp app;
  private final AppPlan plan;
  private final List<Diagnostic> findings;
  private final FileTree base;
  private final long nanos;
  private @Nullable SortedMap<String, FileChange> finalChanges;

  /**
   * A planned app.
   *
   * @param app as it was read
   * @param plan of all rules
   * @param problems of reading it: files that do not parse
   * @param base the snapshot that the plan's edits belong to
   * @param nanos spent on it so far
   */
  PlannedApp(FunctionApp app, AppPlan plan, List<Diagnostic> problems, FileTree base, long nanos) {
    this.app = app;
    this.plan = plan;
    this.findings = Stream.concat(problems.stream(), plan.findings().stream()).toList();
    this.base = base;
    this.nanos = nanos;
  }

  private PlannedApp(PlannedApp other, List<Diagnostic> findings) {
    this.app = other.app;
    this.plan = other.plan;
    this.findings = List.copyOf(findings);
    this.base = other.base;
    this.nanos = other.nanos;
  }

  /** The same app with more findings. */
  PlannedApp with(List<Diagnostic> more) {
    return new PlannedApp(this, Stream.concat(findings.stream(), more.stream()).toList());
  }

  FunctionApp app() {
    return app;
  }

  AppPlan plan() {
    return plan;
  }

  FileTree base() {
    return base;
  }

  long nanos() {
    return nanos;
  }

  String path() {
    return app.project().path();
  }

  /** Problems and findings together. */
  List<Diagnostic> findings() {
    return findings;
  }

  boolean isBlocked() {
    return findings.stream().anyMatch(Diagnostic::isBlocker);
  }

  /** Whether there is nothing to convert, and nothing in the way of seeing that. */
  boolean isUnchanged() {
    return !isBlocked() && plan.isEmpty();
  }

  StepChanges changes() {
    return new StepChanges(plan, base);
  }

  /** All files that change, as they are at the end; worked out once. */
  SortedMap<String, FileChange> finalChanges() {
    SortedMap<String, FileChange> known = finalChanges;
    if (known == null) {
      Step[] steps = Step.values();
      known = Collections.unmodifiableSortedMap(changes().upTo(steps[steps.length - 1]));
      finalChanges = known;
    }
    return known;
  }
}
