package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.rule.BindingType.Verdict;
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
    for (FunctionPlan plan : conversion.plans()) {
      Optional<Binding> output = plan.returnOutput().filter(binding -> !plan.needsAdapter());
      output.flatMap(Binding::attribute).ifPresent(attribute -> dropTarget(attribute, outcome));
      boolean isText = plan.returnType().filter(type -> type.verdict() == Verdict.TEXT).isPresent();
      if (output.isPresent() && isText) {
        outcome.finding(split(plan.function()));
      }
    }
    return outcome.build();
  }

  private static Diagnostic split(Function function) {
    return Diagnostic.of(
        Code.OUTPUT_SPLIT,
        function.location(),
        "a text that function `"
            + function.displayName()
            + "` returns would be sent as several messages where it is a JSON array",
        "nothing to do unless such texts occur; then return bytes");
  }

  private static void dropTarget(Attribute attribute, RuleOutcome.Builder outcome) {
    attribute
        .list()
        .target()
        .ifPresent(
            target -> {
              int end = attribute.list().attributes().get(0).span().start();
              Span prefix = new Span(target.span().start(), end);
              outcome.edit(Edit.delete(attribute.file().source().path(), prefix, INFO.id()));
            });
  }
}
