package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.edit.EditList;
import dev.migrator.model.FunctionApp;
import dev.migrator.plan.AppPlan;
import dev.migrator.plan.StepChanges;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Step;
import dev.migrator.rule.function.DescribedFunctions;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One app with what is to become of it; each app of a run is its own. */
final class PlannedApp {
  private final Conversion conversion;
  private final AppPlan plan;
  private final List<Diagnostic> problems;
  private final List<Diagnostic> findings;
  private final ParsedFiles files;
  private final boolean isPartial;
  private final long nanos;

  /** Files that stay although rules would change them, with what is said of each. */
  private final SortedMap<String, Diagnostic> kept;

  private @Nullable SortedMap<String, FileChange> finalChanges;

  /**
   * A planned app.
   *
   * @param conversion the app as it was read, and what was asked for
   * @param plan of all rules
   * @param problems of reading it: files that do not parse
   * @param files of the snapshot that the plan's edits belong to
   * @param isPartial whether a construct that no rule knows stays as it is and stops nothing
   * @param nanos spent on it so far
   */
  PlannedApp(
      Conversion conversion,
      AppPlan plan,
      List<Diagnostic> problems,
      ParsedFiles files,
      boolean isPartial,
      long nanos) {
    this(conversion, plan, problems, files, isPartial, nanos, Collections.emptySortedMap());
  }

  private PlannedApp(
      Conversion conversion,
      AppPlan plan,
      List<Diagnostic> problems,
      ParsedFiles files,
      boolean isPartial,
      long nanos,
      SortedMap<String, Diagnostic> kept) {
    this.conversion = conversion;
    this.plan = plan;
    this.problems = List.copyOf(problems);
    this.findings = Stream.concat(problems.stream(), plan.findings().stream()).toList();
    this.files = files;
    this.isPartial = isPartial;
    this.nanos = nanos;
    this.kept = kept;
  }

  /** The same app with a finding that concerns more than the app alone. */
  PlannedApp withFinding(Diagnostic finding) {
    List<Diagnostic> more = Stream.concat(problems.stream(), Stream.of(finding)).toList();
    return new PlannedApp(conversion, plan, more, files, isPartial, nanos, kept);
  }

  /** The same app with a file left as it is, and with what is said of that instead. */
  PlannedApp without(String path, Diagnostic instead) {
    AppPlan rest =
        new AppPlan(
            new EditList(
                plan.edits().edits().stream().filter(edit -> !edit.path().equals(path)).toList()),
            plan.newFiles(),
            plan.deletions(),
            Stream.concat(
                    plan.findings().stream().filter(finding -> !finding.at().path().equals(path)),
                    Stream.of(instead))
                .sorted(Diagnostic.ORDER)
                .toList(),
            plan.rules());
    SortedMap<String, Diagnostic> more = new TreeMap<>(kept);
    more.put(path, instead);
    return new PlannedApp(conversion, rest, problems, files, isPartial, nanos, more);
  }

  /** The same app with the files left as they are that another plan of it leaves. */
  PlannedApp keepingAs(PlannedApp other) {
    PlannedApp app = this;
    for (Map.Entry<String, Diagnostic> file : other.kept.entrySet()) {
      app = app.without(file.getKey(), file.getValue());
    }
    return app;
  }

  /** The same app with findings at the places that a person sees, and what was written first. */
  PlannedApp with(DescribedFunctions described) {
    AppPlan original =
        new AppPlan(
            plan.edits(),
            plan.newFiles(),
            plan.deletions(),
            Stream.concat(
                    plan.findings().stream().map(described::original),
                    described.findings().stream())
                .sorted(Diagnostic.ORDER)
                .toList(),
            plan.rules());
    return new PlannedApp(
        conversion,
        original,
        problems.stream().map(described::original).toList(),
        files,
        isPartial,
        nanos,
        kept);
  }

  FunctionApp app() {
    return conversion.app();
  }

  Conversion conversion() {
    return conversion;
  }

  AppPlan plan() {
    return plan;
  }

  FileTree base() {
    return files.tree();
  }

  /** What was parsed of the base. */
  ParsedFiles files() {
    return files;
  }

  long nanos() {
    return nanos;
  }

  String path() {
    return app().project().path();
  }

  /** Problems and findings together. */
  List<Diagnostic> findings() {
    return findings;
  }

  /** Whether it is left as it is. */
  boolean isBlocked() {
    return isPartial
        ? hasBlocker(problems) || hasBlocker(findings) && !plan.isUsable()
        : hasBlocker(findings);
  }

  /** Whether it is converted although some of its constructs stay as they are. */
  boolean isIncomplete() {
    return !isBlocked() && hasBlocker(findings);
  }

  private static boolean hasBlocker(List<Diagnostic> findings) {
    return findings.stream().anyMatch(Diagnostic::isBlocker);
  }

  /** Whether there is nothing to convert, and nothing in the way of seeing that. */
  boolean isUnchanged() {
    return !isBlocked() && plan.isEmpty();
  }

  StepChanges changes() {
    return new StepChanges(plan, base());
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
