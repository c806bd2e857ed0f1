package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FilterTypes;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps filters of functions: classes and bodies stay, a middleware of the compatibility file calls
 * them as the in-process host did (core-model 7.3). What they cannot see any more is said.
 */
public final class FunctionFilters implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0342", "A middleware calls the filters of functions", Step.CODE);

  /** Whose code must not wait for anything but their own context. */
  private static final Set<String> REPLAYED = Set.of("orchestrationTrigger", "entityTrigger");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FilterTypes filters = FilterTypes.of(conversion.app());
    List<FunctionPlan> plans =
        conversion.plans().stream().filter(plan -> filters.areAround(plan.function())).toList();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!plans.isEmpty()) {
      Set<TypeDeclaration> checks = filters.ofSignalR().collect(Collectors.toSet());
      filters
          .aroundCalls()
          .forEach(type -> outcome.finding(checks.contains(type) ? check(type) : called(type)));
      filters.forExceptions().forEach(type -> outcome.finding(calledLess(type)));
    }
    FilterArguments arguments = FilterArguments.of(conversion.app());
    plans.forEach(plan -> ofFunction(plan, arguments, outcome));
    if (!plans.isEmpty() && filters.nameExceptions()) {
      outcome.need(new Need.Compatibility(CompatibilityPart.FUNCTION_EXCEPTIONS, ""));
    }
    return outcome.build();
  }

  private static void ofFunction(
      FunctionPlan plan, FilterArguments arguments, RuleOutcome.Builder outcome) {
    Function function = plan.function();
    outcome.need(
        new Need.Compatibility(CompatibilityPart.FUNCTION_FILTERS, function.displayName()));
    if (function.trigger().filter(trigger -> REPLAYED.contains(trigger.kind())).isPresent()) {
      outcome.finding(replayed(function));
    }
    if (function.isHttp() && arguments.areRead()) {
      outcome.need(
          new Need.Compatibility(CompatibilityPart.BODY_BUFFERING, function.displayName()));
      outcome.need(new Need.Registration(RegistrationLine.REQUEST_BODY_SIZE));
    }
    function.parameters().stream()
        .filter(parameter -> FunctionPlan.isOutput(parameter) || FunctionPlan.isAdapted(parameter))
        .filter(parameter -> arguments.mayRead(function, parameter))
        .forEach(parameter -> outcome.finding(hidden(function, parameter)));
  }

  private static Diagnostic called(TypeDeclaration type) {
    return Diagnostic.of(
        Code.FILTER_CALLED,
        type.file().source().location(type.identifier().span().start()),
        "filter `"
            + type.identifier().text()
            + "` is called by a middleware of InProcessCompatibility.cs, in the order of the host",
        "nothing to do");
  }

  /** What a client hears of a refusal is made of what the worker throws. */
  private static Diagnostic check(TypeDeclaration type) {
    return new Diagnostic(
        Code.FILTER_CALLED,
        Severity.MANUAL,
        type.file().source().location(type.identifier().span().start()),
        "filter `"
            + type.identifier().text()
            + "` decides who may call a function, and is called by a middleware of"
            + " InProcessCompatibility.cs now; the text of a refusal is that of the worker",
        "call each of its functions as somebody who must be refused");
  }

  private static Diagnostic calledLess(TypeDeclaration type) {
    return Diagnostic.of(
        Code.FILTER_CALLED,
        type.file().source().location(type.identifier().span().start()),
        "filter `"
            + type.identifier().text()
            + "` is called by a middleware of InProcessCompatibility.cs: an output that the host"
            + " cannot send does not reach it any more",
        "look into the log of the host for such failures");
  }

  private static Diagnostic replayed(Function function) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        function.location(),
        "a filter is called around function `"
            + function.displayName()
            + "`, which the worker replays: a middleware must not wait there",
        "take the filter away from orchestrators and entities, and put its work into activities");
  }

  private static Diagnostic hidden(Function function, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.FILTER_ARGUMENT_MISSING,
        parameter.syntax().location(),
        "a filter may look at argument `"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "`, which is made behind the filter now",
        "let the filter look at other arguments, by their names");
  }
}
