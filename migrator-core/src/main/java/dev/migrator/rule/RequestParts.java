package dev.migrator.rule;

import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.Parameter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parts of a request that the in-process host gave to parameters by their names. */
final class RequestParts {
  private static final Set<String> NAMES = Set.of("headers", "query");

  private RequestParts() {}

  /** {@code -headers} or {@code -query} for a parameter beside an HTTP trigger. */
  static Optional<String> suffix(FunctionParameter parameter) {
    String name = parameter.name().toLowerCase(Locale.ROOT);
    boolean isHttp =
        parameter.syntax().parent().stream()
            .flatMap(list -> list.children().stream())
            .filter(Parameter.class::isInstance)
            .map(Parameter.class::cast)
            .flatMap(Parameter::attributes)
            .anyMatch(
                attribute -> attribute.name().simpleName().matches("HttpTrigger(Attribute)?"));
    return isHttp && NAMES.contains(name) ? Optional.of("-" + name) : Optional.empty();
  }
}
