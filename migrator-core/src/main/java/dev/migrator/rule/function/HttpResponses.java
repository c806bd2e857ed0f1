package dev.migrator.rule.function;

import dev.migrator.model.Function;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;

/**
 * Sees to it that what an HTTP function returns reaches the caller as before. The worker executes
 * {@code IActionResult} only; everything else, null included, would end as an empty 200.
 */
public final class HttpResponses implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0306", "Every HTTP result is executed", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.app().hasHttp()) {
      outcome.need(new Need.Registration(RegistrationLine.HTTP_INTEGRATION));
    }
    for (FunctionPlan plan : conversion.plans()) {
      if (needsMapping(plan, conversion)) {
        outcome.need(
            new Need.Compatibility(
                CompatibilityPart.HTTP_RESULTS, plan.function().displayName()));
      }
    }
    return outcome.build();
  }

  /** A return value that is an output of its own is no response: its function answers 200. */
  private static boolean needsMapping(FunctionPlan plan, Conversion conversion) {
    Function function = plan.function();
    return function.isHttp()
        && plan.returnOutput().isEmpty()
        && !ReturnedValues.of(function.method(), conversion.app().code().names())
            .isAlwaysActionResult();
  }
}
