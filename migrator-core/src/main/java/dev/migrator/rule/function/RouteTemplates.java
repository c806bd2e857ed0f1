package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.LiteralExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Route templates that the worker cannot read: one such route breaks every HTTP function (T42). */
final class RouteTemplates {
  private static final Pattern CONSTRAINT = Pattern.compile("\\{[^{}:]+:([A-Za-z]+)");
  private static final Set<String> KNOWN =
      Set.of(
          "int",
          "bool",
          "datetime",
          "decimal",
          "double",
          "float",
          "guid",
          "long",
          "minlength",
          "maxlength",
          "length",
          "min",
          "max",
          "range",
          "alpha",
          "regex",
          "required",
          "file",
          "nonfile");

  private RouteTemplates() {}

  static List<Diagnostic> check(Function function) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Binding binding : function.bindings()) {
      if (binding.kind().equals("httpTrigger")
          && binding.properties().get("route") instanceof String route
          && binding.attribute().isPresent()) {
        check(function, binding.attribute().get(), route, findings);
      }
    }
    return findings;
  }

  private static void check(
      Function function, Attribute attribute, String route, List<Diagnostic> findings) {
    boolean isLiteral =
        attribute.named("Route").filter(LiteralExpression.class::isInstance).isPresent();
    if (route.startsWith("/") && !isLiteral) {
      findings.add(
          broken(function, attribute, "begins with a slash", "take the slash out of the constant"));
    }
    Matcher constraints = CONSTRAINT.matcher(route);
    while (constraints.find()) {
      String name = constraints.group(1);
      if (!KNOWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        findings.add(
            broken(
                function,
                attribute,
                "has the constraint `" + name + "`, which the worker does not know",
                "take the constraint out and check the value in the method"));
      }
    }
  }

  private static Diagnostic broken(
      Function function, Attribute attribute, String what, String advice) {
    return new Diagnostic(
        Code.RUNTIME_DIFFERENCE,
        Severity.BLOCKER,
        attribute.location(),
        "the route of function `"
            + function.displayName()
            + "` "
            + what
            + ": every HTTP function of the app would answer 500",
        advice);
  }
}
