package dev.migrator.rule.function;

import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;

/**
 * Takes attribute classes of the app away that derive from one of a binding and that nothing names
 * any more, since their uses are written out: those of the worker are sealed (bindings 1.1).
 */
public final class OwnAttributeClasses implements Rule {
  static final String ID = "MIG0350";

  private static final RuleInfo INFO =
      RuleInfo.of(ID, "Attributes derived from one of a binding are written out", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    new RemovedTypes(conversion.app(), conversion.unusedAttributes(), ID).remove(outcome);
    return outcome.build();
  }
}
