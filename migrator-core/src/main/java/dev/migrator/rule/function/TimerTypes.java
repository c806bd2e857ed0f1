package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.Function;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.AttributeArgument;

/**
 * Writes the expression of a schedule that a timer names by its type: {@code
 * [TimerTrigger(typeof(Opening))]} to {@code [TimerTrigger("0 0 8,12 * * *")]}; the class goes
 * (core-model 4). A schedule without constant times, or of more than one expression, is a blocker.
 */
public final class TimerTypes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0345", "Schedules of timers are expressions", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    ScheduleTypes types = ScheduleTypes.of(conversion.app());
    for (FunctionPlan plan : conversion.plans()) {
      ScheduleTypes.argument(plan.function())
          .ifPresent(argument -> ofArgument(plan, argument, types, outcome));
    }
    new RemovedTypes(conversion.app(), types.removed(), INFO.id()).remove(outcome);
    return outcome.build();
  }

  private static void ofArgument(
      FunctionPlan plan,
      AttributeArgument argument,
      ScheduleTypes types,
      RuleOutcome.Builder outcome) {
    StockSchedule schedule = types.computed().get(argument);
    if (schedule == null) {
      outcome.finding(withoutExpression(plan.function(), argument));
      return;
    }
    outcome.finding(computed(plan.function(), argument, schedule));
    if (!plan.moves(argument.span())) {
      String path = argument.file().source().path();
      types
          .changes(plan.function())
          .forEach(change -> outcome.edit(new Edit(path, change, INFO.id())));
    }
  }

  private static Diagnostic computed(
      Function function, AttributeArgument argument, StockSchedule schedule) {
    return Diagnostic.of(
        Code.SCHEDULE_COMPUTED,
        argument.location(),
        "function `"
            + function.displayName()
            + "` runs by \""
            + schedule.expression()
            + "\", the times of the class `"
            + schedule.declaration().identifier().text()
            + "`, which is gone",
        "compare the expression with the times that you want");
  }

  private static Diagnostic withoutExpression(Function function, AttributeArgument argument) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        argument.location(),
        "`"
            + argument.text()
            + "` of function `"
            + function.displayName()
            + "`: a schedule is one expression in the worker, and the times of this one are not"
            + " constants that fit into one, or the class is used elsewhere",
        "write an expression of NCrontab or a TimeSpan; several expressions need several functions");
  }
}
