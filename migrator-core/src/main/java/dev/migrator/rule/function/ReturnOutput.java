package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import java.util.Optional;

/**
 * Moves the output of a return value to the method: {@code [return: Queue("x")]} to {@code
 * [QueueOutput("x")]}; the worker's output attributes have no target {@code return}.
 */
public final class ReturnOutput implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0302", "The output of a return value stands on the method", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion.plans().stream()
        .filter(plan -> !plan.needsAdapter())
        .map(FunctionPlan::returnOutput)
        .flatMap(Optional::stream)
        .map(Binding::attribute)
        .flatMap(Optional::stream)
        .forEach(attribute -> dropTarget(attribute, outcome));
    return outcome.build();
  }

  private static void dropTarget(Attribute attribute, RuleOutcome.Builder outcome) {
    attribute
        .list()
        .target()
        .ifPresent(
            target -> {
              int end = attribute.list().attributes().get(0).span().start();
              Span prefix = new Span(target.span().start(), end);
              outcome.edit(
                  Edit.delete(attribute.file().source().path(), prefix, INFO.id()));
            });
  }
}
