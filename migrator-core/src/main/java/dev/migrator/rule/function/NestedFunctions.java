package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Function;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;

/**
 * Takes {@code [FunctionName]} off methods of nested classes: the in-process SDK skipped them, the
 * worker would find them and fail to load (core-model 2.1).
 */
public final class NestedFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0313", "Methods of nested classes are no functions", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (Function function : conversion.nestedFunctions()) {
      outcome.edit(Removal.ofAttribute(function.nameAttribute(), INFO.id()));
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_NEVER_RAN,
              function.location(),
              "function `"
                  + function.displayName()
                  + "` stands in a nested class: it never ran, and has lost its attribute",
              "move the class out to make it a function, or delete the method"));
    }
    return outcome.build();
  }
}
