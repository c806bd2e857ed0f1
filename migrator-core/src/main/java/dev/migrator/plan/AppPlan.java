package dev.migrator.plan;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.EditList;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import java.util.List;
import java.util.Map;

/**
 * What the rules want for one app, joined.
 *
 * @param edits free of conflicts
 * @param newFiles in path order
 * @param deletions in path order; of files without edits
 * @param findings in report order
 * @param rules by id, of every rule that changed something
 */
public record AppPlan(
    EditList edits,
    List<NewFile> newFiles,
    List<Deletion> deletions,
    List<Diagnostic> findings,
    Map<String, RuleInfo> rules) {

  public AppPlan {
    newFiles = List.copyOf(newFiles);
    deletions = List.copyOf(deletions);
    findings = List.copyOf(findings);
    rules = Map.copyOf(rules);
  }

  /** Of an app that needs nothing. */
  public static AppPlan nothing() {
    return new AppPlan(new EditList(List.of()), List.of(), List.of(), List.of(), Map.of());
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return edits.edits().isEmpty() && newFiles.isEmpty() && deletions.isEmpty();
  }

  /** Whether there is something to do, and no two edits want the same text changed differently. */
  public boolean isUsable() {
    return !isEmpty()
        && findings.stream().noneMatch(finding -> finding.code() == Code.EDITS_COLLIDE);
  }

  /** The step of a rule that asked for an edit. */
  public Step stepOf(String ruleId) {
    return rule(ruleId).step();
  }

  /** A rule that asked for an edit. */
  public RuleInfo rule(String ruleId) {
    RuleInfo info = rules.get(ruleId);
    if (info == null) {
      throw new IllegalArgumentException(ruleId);
    }
    return info;
  }
}
