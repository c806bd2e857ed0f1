package dev.migrator.rule.function;

import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One binding of a {@code function.json} as an attribute of the in-process model: {@code {"type":
 * "timerTrigger", "name": "timer", "schedule": "0 0 * * * *"}} is {@code TimerTrigger("0 0 * * *
 * *")}.
 *
 * @param type such as {@code timerTrigger}
 * @param name of the parameter, or {@code $return}
 * @param attribute without brackets
 * @param typeName of the attribute
 * @param namespace that its text needs
 */
record DescribedBinding(
    String type, String name, String attribute, String typeName, String namespace) {
  private static final String WEB_JOBS = "Microsoft.Azure.WebJobs";
  private static final String HTTP = WEB_JOBS + ".Extensions.Http";
  private static final String RETURN = "$return";
  private static final Set<String> LEVELS = Set.of("anonymous", "function", "admin");

  /** What each kind may say beside type, direction and name; the first names are arguments. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "httpTrigger", List.of("authLevel", "methods", "route"),
          "timerTrigger", List.of("schedule", "runOnStartup", "useMonitor"),
          "queueTrigger", List.of("queueName", "connection"),
          "queue", List.of("queueName", "connection"),
          "blobTrigger", List.of("path", "connection"),
          "blob", List.of("path", "connection"),
          "serviceBusTrigger", List.of("queueName", "topicName", "subscriptionName", "connection"));

  /** The response of an HTTP function, which no attribute says. */
  static boolean isResponse(JsonValue value) {
    return text(value, "type").filter("http"::equals).isPresent()
        && text(value, "direction").filter("out"::equals).isPresent()
        && text(value, "name").filter(RETURN::equals).isPresent();
  }

  static Optional<DescribedBinding> of(JsonValue value) {
    String type = text(value, "type").orElse("");
    List<String> known = KINDS.getOrDefault(type, List.of());
    String direction = text(value, "direction").orElse("in");
    boolean isOut = direction.equals("out");
    Map<String, String> written = new TreeMap<>();
    for (JsonMember member : value.members()) {
      Optional<String> literal = literal(member);
      if (known.contains(member.name()) && literal.isPresent()) {
        written.put(member.name(), literal.get());
      } else if (!Set.of("type", "name", "direction").contains(member.name())) {
        return Optional.empty();
      }
    }
    boolean isPossible =
        !known.isEmpty()
            && (isOut ? type.equals("queue") || type.equals("blob") : !type.equals("queue"))
            && Set.of("in", "out").contains(direction);
    return isPossible
        ? text(value, "name").flatMap(name -> of(type, name, isOut, written))
        : Optional.empty();
  }

  private static Optional<DescribedBinding> of(
      String type, String name, boolean isOut, Map<String, String> written) {
    List<String> arguments = new ArrayList<>();
    for (String required : required(type, written)) {
      String argument = written.remove(required);
      if (argument == null) {
        return Optional.empty();
      }
      arguments.add(argument);
    }
    if (type.equals("blob")) {
      arguments.add(isOut ? "System.IO.FileAccess.Write" : "System.IO.FileAccess.Read");
    }
    if (type.equals("httpTrigger")) {
      arguments.add(0, written.getOrDefault("authLevel", "AuthorizationLevel.Function"));
      Optional.ofNullable(written.get("methods"))
          .filter(m -> !m.isEmpty())
          .ifPresent(arguments::add);
      written.keySet().removeAll(Set.of("authLevel", "methods"));
    }
    written.forEach((key, argument) -> arguments.add(upperFirst(key) + " = " + argument));
    String attribute = upperFirst(type);
    String namespace = type.equals("httpTrigger") ? HTTP : WEB_JOBS;
    return Optional.of(
        new DescribedBinding(
            type,
            name,
            attribute + "(" + String.join(", ", arguments) + ")",
            namespace + "." + attribute + "Attribute",
            namespace));
  }

  private static List<String> required(String type, Map<String, String> written) {
    return switch (type) {
      case "httpTrigger" -> List.of();
      case "timerTrigger" -> List.of("schedule");
      case "blobTrigger", "blob" -> List.of("path");
      case "serviceBusTrigger" ->
          written.containsKey("queueName")
              ? List.of("queueName")
              : List.of("topicName", "subscriptionName");
      default -> List.of("queueName");
    };
  }

  /** C# of a value; empty for one that is no plain argument. */
  private static Optional<String> literal(JsonMember member) {
    JsonValue value = member.value();
    if (member.name().equals("authLevel")) {
      return value
          .asText()
          .map(text -> text.toLowerCase(Locale.ROOT))
          .filter(LEVELS::contains)
          .map(level -> "AuthorizationLevel." + upperFirst(level));
    }
    if (value instanceof JsonValue.JsonArray array && member.name().equals("methods")) {
      return Optional.of(
          String.join(
              ", ",
              array.elements().stream()
                  .flatMap(method -> method.asText().stream())
                  .map(DescribedBinding::quoted)
                  .toList()));
    }
    if (value instanceof JsonValue.JsonLiteral literal && !literal.text().equals("null")) {
      return Optional.of(literal.text());
    }
    return value.asText().map(DescribedBinding::quoted);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String upperFirst(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static Optional<String> text(JsonValue value, String name) {
    return value.member(name).map(JsonMember::value).flatMap(JsonValue::asText);
  }

  boolean isTrigger() {
    return type.endsWith("Trigger");
  }

  boolean isReturn() {
    return name.equals(RETURN);
  }
}
