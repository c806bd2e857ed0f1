package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;

/**
 * Writes trigger arguments as the worker's attributes take them: {@code [HttpTrigger("get")]} to
 * {@code [HttpTrigger(AuthorizationLevel.Function, "get")]}, {@code scheduleExpression:} to {@code
 * schedule:}.
 */
public final class TriggerAttributes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0303", "Trigger arguments as the worker takes them", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    TriggerArguments arguments = new TriggerArguments(conversion.app().code().constants());
    for (FunctionPlan plan : conversion.plans()) {
      for (Binding binding : plan.function().bindings()) {
        binding
            .attribute()
            .filter(attribute -> !plan.moves(attribute.span()))
            .ifPresent(attribute -> edit(arguments, binding, attribute, outcome));
      }
    }
    return outcome.build();
  }

  private static void edit(
      TriggerArguments arguments,
      Binding binding,
      Attribute attribute,
      RuleOutcome.Builder outcome) {
    String path = attribute.file().source().path();
    for (Edit.Change change : arguments.of(binding.kind(), attribute)) {
      outcome.edit(new Edit(path, change, INFO.id()));
      if (change.newText().contains("AuthorizationLevel")) {
        outcome.need(new Need.Using(path, "Microsoft.Azure.Functions.Worker"));
      }
    }
  }
}
