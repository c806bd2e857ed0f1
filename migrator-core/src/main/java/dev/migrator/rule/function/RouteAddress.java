package dev.migrator.rule.function;

import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an HTTP function as the host made it of its name and the values of its route:
 * {@code orders/{id}} with {@code new { id = order.Id }} is {@code
 * $"{req.Scheme}://{req.Host}/api/orders/" + Uri.EscapeDataString($"{order.Id}")}.
 */
final class RouteAddress {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::(\\w+)[^{}]*)?\\}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_.~-]*");
  private static final Pattern NAMED = Pattern.compile("(?:\\w+\\.)*\\w+");
  private static final List<String> SAFE = List.of("int", "long", "guid");

  private final FunctionApp app;

  RouteAddress(FunctionApp app) {
    this.app = app;
  }

  /**
   * C# that makes the address; empty where it cannot be told.
   *
   * @param function the name of the route
   * @param values an anonymous object
   * @param request the parameter of type HttpRequest
   */
  Optional<String> of(String function, Expression values, String request) {
    Optional<String> prefix = prefix();
    Optional<String> route = route(function);
    Optional<Map<String, String>> given = members(values);
    if (prefix.isEmpty() || route.isEmpty() || given.isEmpty()) {
      return Optional.empty();
    }
    String start = "{" + request + ".Scheme}://{" + request + ".Host}/";
    String path = prefix.get().isEmpty() ? "" : prefix.get() + "/";
    return filled(start, path + route.get(), given.get());
  }

  private Optional<String> route(String name) {
    return app.functions().stream()
        .filter(Function::isHttp)
        .filter(function -> function.name().filter(name::equalsIgnoreCase).isPresent())
        .findFirst()
        .flatMap(Function::trigger)
        .map(trigger -> trigger.properties().getOrDefault("route", name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Empty where a setting may say something else. */
  private Optional<String> prefix() {
    boolean isOfSetting =
        app.localSettings()
            .filter(file -> file.source().text().toLowerCase(Locale.ROOT).contains("routeprefix"))
            .isPresent();
    if (isOfSetting) {
      return Optional.empty();
    }
    Optional<JsonValue> written =
        app.hostJson()
            .flatMap(
                file ->
                    file.find("extensions", "http", "routePrefix")
                        .or(() -> file.find("http", "routePrefix")));
    return written.isEmpty() ? Optional.of("api") : written.flatMap(JsonValue::asText);
  }

  private static Optional<String> filled(
      String start, String template, Map<String, String> values) {
    Map<String, String> left = new TreeMap<>(values);
    AddressText text = new AddressText(start);
    Matcher parameter = PARAMETER.matcher(template);
    int done = 0;
    while (parameter.find()) {
      String value = left.remove(parameter.group(1).toLowerCase(Locale.ROOT));
      if (value == null) {
        return Optional.empty();
      }
      text.literal(template.substring(done, parameter.start()));
      text.value(value, SAFE.contains(String.valueOf(parameter.group(2))));
      done = parameter.end();
    }
    text.literal(template.substring(done));
    boolean isPlain = PLAIN.matcher(parameter.replaceAll("")).matches();
    return isPlain && left.isEmpty() ? Optional.of(text.finished()) : Optional.empty();
  }

  /** What the members of an anonymous object are called, in lower case, with their values. */
  private static Optional<Map<String, String>> members(Expression object) {
    List<Token> tokens = object.file().tokens().significantIn(object.span());
    int last = tokens.size() - 1;
    if (last < 2 || !tokens.get(0).is("new") || !tokens.get(1).is("{")) {
      return Optional.empty();
    }
    Map<String, String> members = new TreeMap<>();
    int depth = 0;
    int first = 2;
    for (int i = 2; i <= last; i++) {
      boolean isEnd = depth == 0 && (i == last || tokens.get(i).is(","));
      depth += "([{".contains(tokens.get(i).text()) ? 1 : 0;
      depth -= ")]}".contains(tokens.get(i).text()) ? 1 : 0;
      if (isEnd && i > first && !member(object, tokens.subList(first, i), members)) {
        return Optional.empty();
      }
      first = isEnd ? i + 1 : first;
    }
    return Optional.of(members);
  }

  /** {@code id = order.Id} or {@code order.Id}; false for what does not fit into a string. */
  private static boolean member(
      Expression object, List<Token> tokens, Map<String, String> members) {
    boolean isNamed = tokens.size() > 2 && tokens.get(1).is("=");
    Token from = tokens.get(isNamed ? 2 : 0);
    Token to = tokens.get(tokens.size() - 1);
    String value = object.file().source().text().substring(from.span().start(), to.span().end());
    if (value.contains("\"")
        || value.contains("\n")
        || !isNamed && !NAMED.matcher(value).matches()) {
      return false;
    }
    String name = isNamed ? tokens.get(0).text() : to.text();
    members.put(
        name.toLowerCase(Locale.ROOT),
        value.contains(":") || value.contains("?") ? "(" + value + ")" : value);
    return true;
  }
}
