package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the next runs of a timer, which the worker's {@code TimerInfo} does not know: {@code
 * timer.FormatNextOccurrences(3)} to {@code TimerSchedule.Of("0 0 8 * * *")
 * .FormatNextOccurrences(3)}, with the expression of the trigger (core-model 4).
 */
public final class TimerOccurrences implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0346", "The next runs of a timer are computed", Step.CODE);

  private static final String TIMER = "Microsoft.Azure.WebJobs.TimerInfo";
  private static final String SCHEDULE = "Schedule";
  private static final Set<String> GONE = Set.of(SCHEDULE, "FormatNextOccurrences");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        file.root()
            .descendants(MemberAccess.class)
            .filter(access -> GONE.contains(access.name().identifier()))
            .forEach(access -> ofAccess(conversion, code, access, outcome));
      }
    }
    return outcome.build();
  }

  private static void ofAccess(
      Conversion conversion, CodeBase code, MemberAccess access, RuleOutcome.Builder outcome) {
    Optional<NameExpression> timer =
        access
            .target()
            .filter(NameExpression.class::isInstance)
            .map(NameExpression.class::cast)
            .filter(name -> code.names().declaredType(name).is(TIMER));
    if (timer.isEmpty()) {
      return;
    }
    Optional<FunctionPlan> plan = function(conversion, timer.get());
    Optional<String> expression =
        plan.flatMap(p -> ScheduleTypes.of(conversion.app()).expression(p.function()));
    if (expression.isEmpty() || access.isConditional()) {
      outcome.finding(left(access));
      return;
    }
    String path = access.file().source().path();
    Span replaced = access.name().is(SCHEDULE) ? access.span() : timer.get().span();
    outcome.edit(
        Edit.replace(path, replaced, "TimerSchedule.Of(" + expression.get() + ")", INFO.id()));
    outcome.need(new Need.Using(path, conversion.generatedNamespace()));
    outcome.need(
        new Need.Compatibility(
            CompatibilityPart.TIMER_SCHEDULES, plan.get().function().displayName()));
    outcome.need(new Need.Package(conversion.app().project().path(), "NCrontab.Signed"));
    outcome.finding(computed(access, expression.get()));
  }

  /** The function whose timer the name means. */
  private static Optional<FunctionPlan> function(Conversion conversion, NameExpression timer) {
    return conversion.plans().stream()
        .filter(plan -> plan.function().file() == timer.file())
        .filter(plan -> plan.function().method().span().contains(timer.span()))
        .filter(
            plan ->
                plan.function().parameters().stream()
                    .filter(p -> p.binding().filter(b -> b.isTrigger()).isPresent())
                    .anyMatch(p -> timer.identifier().is(p.name())))
        .findFirst();
  }

  private static Diagnostic computed(MemberAccess access, String expression) {
    return Diagnostic.of(
        Code.OCCURRENCES_COMPUTED,
        access.location(),
        "`" + access.text() + "` is computed in the worker, with NCrontab from " + expression,
        "nothing to do; ScheduleStatus.Next is the run that is going on, not the next one");
  }

  private static Diagnostic left(MemberAccess access) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        access.location(),
        "`" + access.text() + "`: TimerInfo of the worker has no such member",
        "read it from the timer of the function itself, without `?`, and pass on what it says");
  }
}
