package dev.migrator.plan;

import dev.migrator.edit.Edit;
import dev.migrator.edit.EditList;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a plan after a step: the base with the edits of this step and all before it. */
public final class StepChanges {
  private final AppPlan plan;
  private final FileTree base;

  public StepChanges(AppPlan plan, FileTree base) {
    this.plan = plan;
    this.base = base;
  }

  /** Whether the step changes anything of its own. */
  public boolean has(Step step) {
    return plan.edits().edits().stream().anyMatch(edit -> plan.stepOf(edit.ruleId()) == step)
        || plan.newFiles().stream().anyMatch(file -> plan.stepOf(file.ruleId()) == step)
        || plan.deletions().stream().anyMatch(file -> plan.stepOf(file.ruleId()) == step);
  }

  /** Paths to contents against the base, after the step. */
  public SortedMap<String, FileChange> upTo(Step step) {
    EditList edits =
        new EditList(
            plan.edits().edits().stream().filter(edit -> isDone(edit.ruleId(), step)).toList());
    SortedMap<String, FileChange> changes = new TreeMap<>();
    for (String path : edits.paths()) {
      changes.put(path, FileChange.write(edits.apply(source(path)).toBytes()));
    }
    plan.newFiles().stream()
        .filter(file -> isDone(file.ruleId(), step))
        .forEach(
            file ->
                changes.put(
                    file.path(), FileChange.write(file.text().getBytes(StandardCharsets.UTF_8))));
    plan.deletions().stream()
        .filter(file -> isDone(file.ruleId(), step))
        .forEach(file -> changes.put(file.path(), FileChange.delete()));
    return changes;
  }

  private boolean isDone(String ruleId, Step step) {
    return plan.stepOf(ruleId).compareTo(step) <= 0;
  }

  private SourceFile source(String path) {
    byte[] bytes = base.read(path).orElseThrow(() -> new IllegalStateException(path));
    try {
      return SourceFile.ofBytes(path, bytes);
    } catch (UnreadableSourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ids of the rules that changed something in the step, with the number of changes of each. */
  public SortedMap<String, Integer> rules(Step step) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Stream.of(
            plan.edits().edits().stream().map(Edit::ruleId),
            plan.newFiles().stream().map(NewFile::ruleId),
            plan.deletions().stream().map(Deletion::ruleId))
        .flatMap(rules -> rules)
        .filter(rule -> plan.stepOf(rule) == step)
        .forEach(rule -> counts.merge(rule, 1, Integer::sum));
    return counts;
  }

  /** All steps that change something, in order. */
  public List<Step> steps() {
    return List.of(Step.values()).stream().filter(this::has).toList();
  }
}
