package dev.migrator.plan;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.edit.EditList;
import dev.migrator.edit.Merge;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs all rules of an app on one snapshot and joins what they answer; the order of the rules does
 * not matter.
 */
public final class Planner {
  private final List<Rule> rules;
  private final List<CollectingRule> collectingRules;

  public Planner(List<Rule> rules, List<CollectingRule> collectingRules) {
    this.rules = List.copyOf(rules);
    this.collectingRules = List.copyOf(collectingRules);
  }

  public AppPlan plan(Conversion conversion) {
    Map<String, RuleInfo> infos = new TreeMap<>();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (Rule rule : rules) {
      infos.put(rule.info().id(), rule.info());
      outcome.add(rule.apply(conversion));
    }
    Needs needs = new Needs(outcome.build().needs());
    for (CollectingRule rule : collectingRules) {
      infos.put(rule.info().id(), rule.info());
      outcome.add(rule.apply(conversion, needs));
    }
    return join(outcome.build(), infos);
  }

  private static AppPlan join(RuleOutcome outcome, Map<String, RuleInfo> infos) {
    List<Diagnostic> findings = new ArrayList<>(outcome.findings());
    Merge merge = Merge.of(remaining(outcome));
    EditList edits = new EditList(List.of());
    if (merge instanceof Merge.Clean clean) {
      edits = clean.edits();
    } else if (merge instanceof Merge.Conflict conflict) {
      findings.add(collision(conflict));
    }
    List<NewFile> newFiles =
        outcome.newFiles().stream().sorted(Comparator.comparing(NewFile::path)).toList();
    List<Deletion> deletions =
        outcome.deletions().stream().sorted(Comparator.comparing(Deletion::path)).toList();
    return new AppPlan(
        edits,
        newFiles,
        deletions,
        findings.stream().sorted(Diagnostic.ORDER).distinct().toList(),
        infos);
  }

  /** Edits of files that stay: what is edited in a file that goes is gone with it. */
  private static List<Edit> remaining(RuleOutcome outcome) {
    Set<String> gone = outcome.deletions().stream().map(Deletion::path).collect(Collectors.toSet());
    return outcome.edits().stream().filter(edit -> !gone.contains(edit.path())).toList();
  }

  private static Diagnostic collision(Merge.Conflict conflict) {
    Edit first = conflict.first();
    Edit second = conflict.second();
    return Diagnostic.of(
        Code.EDITS_COLLIDE,
        Location.ofFile(first.path()),
        "rules "
            + first.ruleId()
            + " and "
            + second.ruleId()
            + " want the text at "
            + first.span()
            + " and "
            + second.span()
            + " changed differently",
        "report this file; the app was left as it was");
  }
}
