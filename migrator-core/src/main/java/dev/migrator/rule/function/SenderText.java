package dev.migrator.rule.function;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.Expression;
import java.util.Optional;

/**
 * How an adapter makes a collector that sends by itself: {@code ServiceBusCollector.Of(context,
 * "orders", "Connection")}.
 *
 * @param type of the collector
 * @param target queue, topic or hub, as written
 * @param connection name of the setting, as written
 */
record SenderText(String type, String target, String connection) {

  static SenderText of(Function function, Binding binding, CodeBase code) {
    Attribute attribute = binding.attribute().orElseThrow();
    String connection =
        attribute
            .named("Connection")
            .map(Expression::text)
            .or(() -> AccountAttributes.connection(function, binding, code))
            .orElse("\"ServiceBus\"");
    Optional<AttributeArgument> target = attribute.constructorArguments().stream().findFirst();
    String type = binding.kind().equals("eventHub") ? "EventHubCollector" : "ServiceBusCollector";
    return new SenderText(
        type, target.map(argument -> argument.expression().text()).orElse("\"\""), connection);
  }

  String creation(String context) {
    return type + ".Of(" + context + ", " + target + ", " + connection + ")";
  }

  /** Sends one value behind the call of the method. */
  String sending(String context, String value, boolean isAwaited) {
    String collector = creation(context);
    return isAwaited
        ? "\n    var returned = "
            + collector
            + ";\n    await returned.AddAsync("
            + value
            + ");"
            + flushing("returned", true)
        : "\n    var returned = "
            + collector
            + ";\n    returned.Add("
            + value
            + ");"
            + flushing("returned", false);
  }

  /** Nothing happens for a collector that sends at once. */
  static String flushing(String collector, boolean isAwaited) {
    return isAwaited
        ? "\n    await " + collector + ".FlushAsync();"
        : "\n    " + collector + ".FlushAsync().GetAwaiter().GetResult();";
  }
}
