package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.edit.Edit.Change;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;

/**
 * Removes retry attributes that the worker's build refuses (AZFW0012): {@code [FixedDelayRetry]} on
 * a queue trigger; the host applied them, so a person must know (bindings 0.2, trap 23).
 */
public final class RefusedRetries implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0324", "Retries stand where the worker takes them", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    for (FunctionPlan plan : conversion.plans()) {
      RetryAttributes.refusedOnMethod(plan.function(), code.names())
          .forEach(attribute -> outcome.finding(removed(plan.function(), attribute)));
      RetryAttributes.refusedOnMethod(plan.function(), code.names())
          .filter(attribute -> !plan.moves(attribute.span()))
          .map(RefusedRetries::removal)
          .forEach(outcome::edit);
    }
    conversion
        .app()
        .running()
        .forEach(
            running ->
                RetryAttributes.ofTheApp(running)
                    .map(RefusedRetries::unasked)
                    .forEach(outcome::finding));
    return outcome.build();
  }

  private static Diagnostic unasked(TypeDeclaration type) {
    return Diagnostic.of(
        Code.RETRY_REMOVED,
        type.file().source().location(type.identifier().span().start()),
        "`"
            + type.identifier().text()
            + "` stays as an attribute that nobody asks: the host applied it, the worker does not",
        "use [FixedDelayRetry] or [ExponentialBackoffRetry] where the trigger takes them, or retry"
            + " in the method");
  }

  private static Edit removal(Attribute attribute) {
    return Removal.ofAttribute(attribute, INFO.id());
  }

  /** Changes in attribute lists that move to an adapter. */
  static List<Change> changes(FunctionPlan plan, CodeBase code) {
    return RetryAttributes.refusedOnMethod(plan.function(), code.names())
        .filter(attribute -> plan.moves(attribute.span()))
        .map(attribute -> removal(attribute).change())
        .toList();
  }

  /** Whether a name of a file goes with such an attribute. */
  static boolean removes(Conversion conversion, CSharpFile file, NameReference name) {
    Span place = name.span();
    return RetryAttributes.isNamed(name)
        && conversion.plans().stream()
            .map(FunctionPlan::function)
            .filter(function -> function.file().equals(file))
            .filter(function -> function.method().span().contains(place))
            .flatMap(f -> RetryAttributes.refusedOnMethod(f, conversion.app().code().names()))
            .anyMatch(attribute -> attribute.span().contains(place));
  }

  private static Diagnostic removed(Function function, Attribute attribute) {
    return Diagnostic.of(
        Code.RETRY_REMOVED,
        attribute.location(),
        "`"
            + attribute.text()
            + "` of function `"
            + function.displayName()
            + "` was removed: the worker refuses it at this trigger, the host applied it",
        "set what the extension has: maxDequeueCount and visibilityTimeout of queues, the delivery"
            + " count of a Service Bus queue, or retry in the method");
  }
}
