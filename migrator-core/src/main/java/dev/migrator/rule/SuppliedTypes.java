package dev.migrator.rule;

import dev.migrator.model.FunctionApp;
import dev.migrator.rule.TypeMap.Counterpart;
import java.util.Collections;
import java.util.HashMap;
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

  /** Of the bindings for endpoints, whose objects the worker has classes for. */
  private static final Set<String> GIVEN_ENDPOINTS =
      Set.of(
          "Microsoft.Azure.SignalR.ServiceEndpoint[]",
          "Microsoft.Azure.WebJobs.Extensions.SignalRService.NegotiationContext");

  private static final Map<String, Counterpart> ENDPOINTS =
      Map.of(
          "Microsoft.Azure.SignalR.ServiceEndpoint",
          new Counterpart.Type("Microsoft.Azure.Functions.Worker.SignalREndpoint"),
          "Microsoft.Azure.SignalR.EndpointType",
          new Counterpart.Type("Microsoft.Azure.Functions.Worker.SignalREndpointType"));

  private SuppliedTypes() {}

  /** The map as it is, or with our types in the place of those of the clients. */
  static TypeMap mapped(FunctionApp app, TypeMap types) {
    Set<String> supplied =
        app.functions().stream()
            .flatMap(function -> function.parameters().stream())
            .flatMap(parameter -> parameter.typeName().stream())
            .collect(Collectors.toSet());
    Map<String, Counterpart> changed = new HashMap<>();
    OURS.forEach(
        (type, ours) -> {
          if (supplied.contains(type)) {
            changed.put(type, ours);
          }
        });
    if (!Collections.disjoint(supplied, GIVEN_ENDPOINTS)) {
      changed.putAll(ENDPOINTS);
    }
    return changed.isEmpty() ? types : types.with(changed);
  }
}
