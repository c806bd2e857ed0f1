package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Function;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;

/**
 * Takes {@code [FunctionName]} off methods that the in-process host never started: in nested or
 * generic classes, or without a trigger. The worker would find them and fail to build or to load
 * (core-model 2.1, 2.2).
 */
public final class DeadFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0313", "Methods that never ran are no functions", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (Function function : conversion.deadFunctions()) {
      for (Attribute attribute : Conversion.deadAttributes(function)) {
        outcome.edit(Removal.ofAttribute(attribute, INFO.id()));
      }
      outcome.finding(finding(function));
    }
    return outcome.build();
  }

  private static Diagnostic finding(Function function) {
    return new Diagnostic(
        Code.FUNCTION_NEVER_RAN,
        function.isNested() ? Severity.WARNING : Severity.MANUAL,
        function.location(),
        "function `"
            + function.displayName()
            + "` "
            + function.neverRan().orElseThrow()
            + ": the host never started it by itself, and it has lost its attribute",
        function.isNested()
            ? "move the class out to make it a function, or delete the method"
            : "make it a function with one trigger in a plain class, or delete the method");
  }
}
