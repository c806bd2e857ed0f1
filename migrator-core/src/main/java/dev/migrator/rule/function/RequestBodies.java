package dev.migrator.rule.function;

import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
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
 * Keeps request bodies readable as before: the in-process host buffered them, so that synchronous,
 * repeated and seeking reads worked; in the worker they throw or find nothing (core-model 3.6).
 */
public final class RequestBodies implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0307", "Request bodies can be read as before", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (FunctionPlan plan : conversion.plans()) {
      if (plan.function().isHttp()) {
        plan.function().parameters().stream()
            .filter(RequestBodies::isTrigger)
            .forEach(parameter -> needs(plan.function(), parameter, outcome));
      }
    }
    return outcome.build();
  }

  private static boolean isTrigger(FunctionParameter parameter) {
    return parameter.binding().map(b -> b.kind().equals("httpTrigger")).orElse(false);
  }

  /** What the trigger's parameter needs of the app. */
  static void needs(Function function, FunctionParameter parameter, RuleOutcome.Builder outcome) {
    boolean isRequest =
        parameter.typeName().equals(java.util.Optional.of("Microsoft.AspNetCore.Http.HttpRequest"));
    BodyUse use = BodyUse.of(function.method(), parameter.name());
    if (!isRequest || use.isBuffered()) {
      outcome.need(
          new Need.Compatibility(CompatibilityPart.BODY_BUFFERING, function.displayName()));
    }
    if (!isRequest || use.isRead()) {
      outcome.need(new Need.Registration(RegistrationLine.REQUEST_BODY_SIZE));
    }
  }
}
