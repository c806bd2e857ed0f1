package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.syntax.csharp.Attribute;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names bindings that take a member of the body of a request, {@code [Blob("orders/{Id}")]}: the
 * host reads it from JSON, and no longer from the type of the parameter (core-model 3.8).
 */
final class BodyMembers {
  private static final Pattern EXPRESSION = Pattern.compile("\\{\\*{0,2}([A-Za-z_]\\w*)[^{}]*\\}");

  /** Expressions that the host knows by itself, and sources of a request. */
  private static final Set<String> OF_THE_HOST =
      Set.of("rand", "datetime", "sys", "query", "headers", "invocationid", "method");

  private BodyMembers() {}

  static Stream<Diagnostic> check(Function function) {
    Optional<Binding> trigger = function.trigger().filter(t -> t.kind().equals("httpTrigger"));
    if (trigger.isEmpty()) {
      return Stream.empty();
    }
    Set<String> known = names(trigger.get().properties().getOrDefault("route", ""));
    known.addAll(OF_THE_HOST);
    return function.bindings().stream()
        .filter(binding -> !binding.isTrigger() && binding.attribute().isPresent())
        .flatMap(
            binding ->
                binding.properties().values().stream()
                    .flatMap(value -> names(value).stream())
                    .filter(name -> !known.contains(name))
                    .limit(1)
                    .map(name -> finding(function, binding.attribute().get())));
  }

  private static Set<String> names(Object value) {
    Set<String> names = new TreeSet<>();
    Matcher expression = EXPRESSION.matcher(value.toString());
    while (expression.find()) {
      names.add(expression.group(1).toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static Diagnostic finding(Function function, Attribute attribute) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        attribute.location(),
        "`"
            + attribute.text()
            + "` of function `"
            + function.displayName()
            + "` takes a member of the body: the host reads it from JSON, not from the type",
        "call the function with a body of each kind that it gets; a value of the route is safer");
  }
}
