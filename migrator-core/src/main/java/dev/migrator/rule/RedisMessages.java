package dev.migrator.rule;

import dev.migrator.model.FunctionApp;
import dev.migrator.rule.TypeMap.Counterpart;
import java.util.Map;

/**
 * Messages of Redis channels: nobody but the client can make a {@code ChannelMessage}, so that apps
 * with a trigger of them get a type of the compatibility file with the same members (bindings
 * 1.14). An app that only subscribes on its own keeps the type of the client.
 */
final class RedisMessages {
  private static final String MESSAGE = "StackExchange.Redis.ChannelMessage";
  private static final Counterpart OURS =
      new Counterpart.Part(CompatibilityPart.REDIS_MESSAGES, "RedisChannelMessage");

  private RedisMessages() {}

  /** The map as it is, or with our type in the place of that of the client. */
  static TypeMap mapped(FunctionApp app, TypeMap types) {
    boolean isBound =
        app.functions().stream()
            .flatMap(function -> function.parameters().stream())
            .filter(parameter -> parameter.binding().isPresent())
            .anyMatch(parameter -> parameter.typeName().filter(MESSAGE::equals).isPresent());
    return isBound ? types.with(Map.of(MESSAGE, OURS)) : types;
  }
}
