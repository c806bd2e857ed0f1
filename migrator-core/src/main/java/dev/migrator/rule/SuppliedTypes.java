package dev.migrator.rule;

import dev.migrator.model.FunctionApp;
import dev.migrator.rule.TypeMap.Counterpart;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types of client libraries that the host supplied to functions and that the worker cannot make: an
 * app whose functions are given one gets a type of the compatibility file with the same members
 * (bindings 1.6, 1.14). An app that makes its own from the client library keeps the type.
 */
final class SuppliedTypes {
  private static final Counterpart RECEIVER =
      new Counterpart.Part(CompatibilityPart.EARLIER_RECEIVER, "EarlierMessageReceiver");
  private static final Map<String, Counterpart> OURS =
      Map.of(
          "StackExchange.Redis.ChannelMessage",
          new Counterpart.Part(CompatibilityPart.REDIS_MESSAGES, "RedisChannelMessage"),
          "Microsoft.Azure.ServiceBus.Core.MessageReceiver",
          RECEIVER,
          "Microsoft.Azure.ServiceBus.Core.IMessageReceiver",
          RECEIVER);

  private SuppliedTypes() {}

  /** The map as it is, or with our types in the place of those of the clients. */
  static TypeMap mapped(FunctionApp app, TypeMap types) {
    Set<String> supplied =
        app.functions().stream()
            .flatMap(function -> function.parameters().stream())
            .flatMap(parameter -> parameter.typeName().stream())
            .collect(Collectors.toSet());
    Map<String, Counterpart> changed =
        OURS.entrySet().stream()
            .filter(entry -> supplied.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return changed.isEmpty() ? types : types.with(changed);
  }
}
