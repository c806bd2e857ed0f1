package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a parameter of an optional route value its default, which the in-process host filled in;
 * the worker fails each call without the value (core-model 3.7).
 */
public final class OptionalRouteValues implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0334", "Optional route values have a default", Step.CODE);

  private static final Pattern OPTIONAL = Pattern.compile("\\{(\\w+)(?::[^{}]*)?\\?\\}");
  private static final Set<String> VALUES =
      Set.of(
          "System.Int32",
          "System.Int64",
          "System.Int16",
          "System.Boolean",
          "System.Double",
          "System.Single",
          "System.Decimal",
          "System.Guid",
          "System.DateTime",
          "System.DateTimeOffset");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (FunctionPlan plan : conversion.plans()) {
      plan.function()
          .trigger()
          .filter(trigger -> trigger.kind().equals("httpTrigger"))
          .map(trigger -> trigger.properties().get("route"))
          .filter(String.class::isInstance)
          .ifPresent(route -> ofRoute(String.valueOf(route), plan, outcome));
    }
    return outcome.build();
  }

  private static void ofRoute(String route, FunctionPlan plan, RuleOutcome.Builder outcome) {
    Matcher optional = OPTIONAL.matcher(route);
    while (optional.find()) {
      String name = optional.group(1).toLowerCase(Locale.ROOT);
      plan.function().parameters().stream()
          .filter(parameter -> parameter.name().toLowerCase(Locale.ROOT).equals(name))
          .filter(OptionalRouteValues::isPlainValue)
          .forEach(parameter -> ofParameter(parameter, plan, outcome));
    }
  }

  private static boolean isPlainValue(FunctionParameter parameter) {
    return parameter.typeName().filter(VALUES::contains).isPresent()
        && parameter.syntax().defaultValue().isEmpty()
        && parameter.syntax().type().filter(type -> !type.text().endsWith("?")).isPresent();
  }

  private static void ofParameter(
      FunctionParameter parameter, FunctionPlan plan, RuleOutcome.Builder outcome) {
    Function function = plan.function();
    List<FunctionParameter> all = function.parameters();
    boolean isLast =
        all.stream()
            .skip(all.indexOf(parameter) + 1L)
            .allMatch(behind -> behind.syntax().defaultValue().isPresent());
    if (isLast && !plan.needsAdapter()) {
      TypeSyntax type = parameter.syntax().type().orElseThrow();
      outcome.edit(
          Edit.insert(
              function.file().source().path(),
              parameter.syntax().span().end(),
              " = default(" + type.text() + ")",
              INFO.id()));
    } else {
      outcome.finding(fails(function, parameter));
    }
  }

  private static Diagnostic fails(Function function, FunctionParameter parameter) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.MANUAL,
        parameter.syntax().location(),
        "`"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "` is optional in the route: the worker fails each call without it",
        "make its type nullable, or move it to the end and give it a default");
  }
}
