package dev.migrator.rule.function;

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
      ReturnedValues returned =
          ReturnedValues.of(plan.function().method(), conversion.app().code().names());
      if (needsMapping(plan, returned)) {
        // An adapter maps the result itself and asks for what it needs.
        if (!plan.hasOutputs()) {
          need(CompatibilityPart.HTTP_RESULTS, plan, outcome);
        }
        if (returned.isResponseMessage()) {
          need(CompatibilityPart.RESPONSE_MESSAGE, plan, outcome);
        }
      }
    }
    return outcome.build();
  }

  /**
   * A return value that is an output of its own is no response: its function answers 200. Without a
   * value the host does not look at the output, and answers as for any method without a value.
   */
  static boolean needsMapping(FunctionPlan plan, ReturnedValues returned) {
    return plan.function().isHttp()
        && (plan.returnOutput().isEmpty() || !returned.hasValue())
        && !returned.isAlwaysActionResult();
  }

  private static void need(CompatibilityPart part, FunctionPlan plan, RuleOutcome.Builder outcome) {
    outcome.need(new Need.Compatibility(part, plan.function().displayName()));
  }
}
