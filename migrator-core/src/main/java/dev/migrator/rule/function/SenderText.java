package dev.migrator.rule.function;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.rule.BindingType;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Token;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How an adapter makes a client of the SDK, or a value that needs one: {@code
 * ServiceBusCollector.Of(context, "orders", "Connection")}.
 *
 * @param expression of the table of types
 * @param arguments of the attribute's constructor, as written
 * @param all arguments as those of a method, properties by their names
 * @param named properties of the attribute, as written
 * @param connection name of the setting, as written
 */
record SenderText(
    String expression,
    List<String> arguments,
    String all,
    Map<String, String> named,
    String connection) {
  private static final String NONE = "null";
  private static final Pattern NAMED = Pattern.compile("\\{@(\\w+)(?::(\\w+))?}");

  SenderText {
    arguments = List.copyOf(arguments);
    named = Map.copyOf(named);
  }

  static SenderText of(BindingType row, Function function, Binding binding, CodeBase code) {
    Attribute attribute = binding.attribute().orElseThrow();
    String connection =
        attribute
            .named("Connection")
            .or(() -> attribute.named("ConnectionStringSetting"))
            .map(Expression::text)
            .or(() -> AccountAttributes.connection(function, binding, code))
            .orElse(byDefault(binding.kind()));
    List<String> arguments =
        attribute.constructorArguments().stream()
            .map(AttributeArgument::expression)
            .map(Expression::text)
            .toList();
    Map<String, String> named =
        attribute.arguments().stream()
            .filter(argument -> argument.propertyName().isPresent())
            .collect(
                Collectors.toMap(
                    argument -> argument.propertyName().orElseThrow().identifier(),
                    argument -> argument.expression().text(),
                    (first, second) -> first));
    String all =
        attribute.arguments().stream()
            .map(SenderText::asOfMethod)
            .collect(Collectors.joining(", "));
    return new SenderText(row.expression(), arguments, all, named, connection);
  }

  /** {@code Name = "x"} as {@code name: "x"}. */
  private static String asOfMethod(AttributeArgument argument) {
    return argument
        .propertyName()
        .map(Token::identifier)
        .map(BindingCatalog::lowerFirst)
        .map(name -> name + ": " + argument.expression().text())
        .orElseGet(argument::text);
  }

  /** What the extension reads where the attribute names no connection. */
  private static String byDefault(String kind) {
    return switch (kind) {
      case "serviceBus", "serviceBusTrigger" -> "\"ServiceBus\"";
      case "cosmosDB" -> "\"CosmosDB\"";
      default -> "\"Storage\"";
    };
  }

  String creation(String context) {
    return NAMED
        .matcher(expression)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    named.getOrDefault(
                        found.group(1), found.group(2) == null ? NONE : found.group(2))))
        .replace("{context}", context)
        .replace("{connection}", connection)
        .replace("{arguments}", all)
        .replace("{target}", argument(1))
        .replace("{second}", argument(2))
        .replace("{third}", argument(3));
  }

  private String argument(int number) {
    return number <= arguments.size() ? arguments.get(number - 1) : NONE;
  }

  /** Sends one value behind the call of the method. */
  static String sending(String name, String creation, String value, boolean isAwaited) {
    String call = (isAwaited ? "await " : "") + name + (isAwaited ? ".AddAsync(" : ".Add(");
    return "\n    var "
        + name
        + " = "
        + creation
        + ";\n    "
        + call
        + value
        + ");"
        + flushing(name, isAwaited);
  }

  /** Nothing happens for a collector that sends at once. */
  static String flushing(String collector, boolean isAwaited) {
    return isAwaited
        ? "\n    await " + collector + ".FlushAsync();"
        : "\n    " + collector + ".FlushAsync().GetAwaiter().GetResult();";
  }
}
