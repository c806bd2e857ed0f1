package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;

/**
 * Writes the arguments of triggers and bindings as the worker's attributes take them: {@code
 * [HttpTrigger("get")]} to {@code [HttpTrigger(AuthorizationLevel.Function, "get")]}, {@code
 * scheduleExpression:} to {@code schedule:}; all but HTTP by the table binding-arguments.tsv.
 */
public final class TriggerAttributes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0303", "Binding arguments as the worker takes them", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    for (FunctionPlan plan : conversion.plans()) {
      for (Binding binding : plan.function().bindings()) {
        BindingArguments.findings(plan.function(), binding, code).forEach(outcome::finding);
        binding
            .attribute()
            .filter(attribute -> !plan.moves(attribute.span()))
            .ifPresent(attribute -> edit(plan, binding, code, outcome));
      }
    }
    return outcome.build();
  }

  /** In the place of the attribute, what follows may stand on the next line. */
  private static Edit.Change withoutBlankAtLineEnd(Edit.Change change, SourceFile source) {
    int end = change.span().end();
    boolean endsLine =
        end < source.text().length() && "\r\n".indexOf(source.text().charAt(end)) >= 0;
    return endsLine ? new Edit.Change(change.span(), change.newText().stripTrailing()) : change;
  }

  private static void edit(
      FunctionPlan plan, Binding binding, CodeBase code, RuleOutcome.Builder outcome) {
    SourceFile source = plan.function().file().source();
    String path = source.path();
    for (Edit.Change change : BindingArguments.changes(plan.function(), binding, code)) {
      outcome.edit(new Edit(path, withoutBlankAtLineEnd(change, source), INFO.id()));
      if (change.newText().contains("AuthorizationLevel")) {
        outcome.need(new Need.Using(path, "Microsoft.Azure.Functions.Worker"));
      }
    }
  }
}
