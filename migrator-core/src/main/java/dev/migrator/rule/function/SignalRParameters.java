package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.List;
import java.util.Set;

/**
 * Removes {@code [SignalRParameter]} and {@code [SignalRIgnore]}, which the worker does not have:
 * its trigger lists the names of the client's arguments, which MIG0303 writes (bindings 1.8).
 */
public final class SignalRParameters implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0339", "The SignalR trigger names the arguments of the client", Step.CODE);

  private static final GoneAttributes GONE =
      new GoneAttributes(
          Set.of(
              "Microsoft.Azure.WebJobs.Extensions.SignalRService.SignalRParameterAttribute",
              "Microsoft.Azure.WebJobs.Extensions.SignalRService.SignalRIgnoreAttribute"),
          INFO.id());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    GONE.edits(conversion).forEach(outcome::edit);
    return outcome.build();
  }

  /** Changes in attribute lists that move to an adapter. */
  static List<Change> changes(FunctionPlan plan, CodeBase code) {
    return GONE.changes(plan, code);
  }
}
