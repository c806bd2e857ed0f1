package dev.migrator.rule;

import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parts of a request that the in-process host gave to parameters by their names. */
final class RequestParts {
  private static final Set<String> NAMES = Set.of("headers", "query");
  private static final String CONTEXT = "connectioncontext";
  private static final Set<String> OF_MESSAGES = Set.of(CONTEXT, "data", "datatype");

  private RequestParts() {}

  /**
   * {@code -headers} or {@code -query} for a parameter beside an HTTP trigger, {@code -data} and
   * the like for one beside an event of Web PubSub, whose request has them.
   */
  static Optional<String> suffix(FunctionParameter parameter) {
    String name = parameter.name().toLowerCase(Locale.ROOT);
    boolean isHttp =
        siblings(parameter)
            .flatMap(Parameter::attributes)
            .anyMatch(attribute -> isNamed(attribute, "HttpTrigger"));
    return isHttp && NAMES.contains(name) || isOfEvent(name, parameter)
        ? Optional.of("-" + name)
        : Optional.empty();
  }

  private static boolean isOfEvent(String name, FunctionParameter parameter) {
    return siblings(parameter)
        .filter(sibling -> sibling.attributes().anyMatch(a -> isNamed(a, "WebPubSubTrigger")))
        .flatMap(sibling -> sibling.type().stream())
        .map(TypeSyntax::simpleName)
        .anyMatch(
            type ->
                type.equals("UserEventRequest") && OF_MESSAGES.contains(name)
                    || type.endsWith("EventRequest") && name.equals(CONTEXT));
  }

  private static boolean isNamed(Attribute attribute, String name) {
    return attribute.name().simpleName().matches(name + "(Attribute)?");
  }

  private static Stream<Parameter> siblings(FunctionParameter parameter) {
    return parameter.syntax().parent().stream()
        .flatMap(list -> list.children().stream())
        .filter(Parameter.class::isInstance)
        .map(Parameter.class::cast);
  }
}
