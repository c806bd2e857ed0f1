package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.rule.FunctionPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Routes that only differ in the names of their values: in-process the first one answered, the
 * worker answers 500 (core-model 3.7).
 */
final class RouteShapes {
  private RouteShapes() {}

  /** An HTTP function with the shape of its route; without methods it answers to all. */
  private record Route(Function function, String shape, Set<String> methods) {
    boolean clashesWith(Route other) {
      return shape.equals(other.shape)
          && (methods.isEmpty()
              || other.methods.isEmpty()
              || !Collections.disjoint(methods, other.methods));
    }
  }

  static List<Diagnostic> check(List<FunctionPlan> plans) {
    List<Route> seen = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (FunctionPlan plan : plans) {
      Optional<Route> route = route(plan.function());
      route
          .flatMap(own -> seen.stream().filter(own::clashesWith).findFirst())
          .ifPresent(first -> findings.add(clash(plan.function(), first.function())));
      route.ifPresent(seen::add);
    }
    return findings;
  }

  private static Optional<Route> route(Function function) {
    return function
        .trigger()
        .filter(trigger -> trigger.kind().equals("httpTrigger"))
        .filter(trigger -> trigger.properties().get("route") instanceof String)
        .map(
            trigger ->
                new Route(
                    function,
                    String.valueOf(trigger.properties().get("route"))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\{(\\**)[^{}:=?]*", "{$1"),
                    methods(trigger)));
  }

  private static Set<String> methods(Binding trigger) {
    Set<String> methods = new TreeSet<>();
    if (trigger.properties().get("methods") instanceof Collection<?> values) {
      values.forEach(value -> methods.add(String.valueOf(value).toLowerCase(Locale.ROOT)));
    }
    return methods;
  }

  private static Diagnostic clash(Function function, Function first) {
    return new Diagnostic(
        Code.RUNTIME_DIFFERENCE,
        Severity.MANUAL,
        function.location(),
        "functions `"
            + first.displayName()
            + "` and `"
            + function.displayName()
            + "` have routes of one shape: the worker answers 500, in-process the first one answered",
        "give one of them another route, or a constraint that tells them apart");
  }
}
