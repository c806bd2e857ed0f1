package dev.migrator.rule.function;

import dev.migrator.model.names.TypeShape;
import java.util.Optional;
import java.util.Set;

/** Which parameter types each trigger of the worker can fill, and who helps with the others. */
final class TriggerTypes {
  private static final Set<String> KNOWN = Set.of("httpTrigger", "timerTrigger", "queueTrigger");

  private static final Set<String> TEXT = Set.of("System.String", "System.Object");

  private TriggerTypes() {}

  /** Who fills a parameter. */
  enum Support {
    WORKER,
    REQUEST_MESSAGE,
    BODY_TRIGGER,
    OBJECT_TRIGGER,
    NONE
  }

  static boolean isKnown(String kind) {
    return KNOWN.contains(kind);
  }

  /** Sources: keeping-signatures.md section 1, bindings.md 1.1 and 1.15. */
  static Support support(String kind, String type, Optional<TypeShape> shape) {
    return switch (kind) {
      case "httpTrigger" -> isRefused(type, shape) ? Support.NONE : http(type);
      case "timerTrigger" ->
          type.equals("Microsoft.Azure.WebJobs.TimerInfo") ? Support.WORKER : Support.NONE;
      default -> queue(type);
    };
  }

  /**
   * The in-process trigger took neither interfaces nor types of the namespace System; a function
   * with one never ran, and shall not begin to answer.
   */
  private static boolean isRefused(String type, Optional<TypeShape> shape) {
    boolean isSystemType = type.matches("System\\.[A-Za-z0-9]+(<.*>)?") && !TEXT.contains(type);
    return isSystemType || shape.filter(TypeShape.INTERFACE::equals).isPresent();
  }

  private static Support http(String type) {
    return switch (type) {
      case "Microsoft.AspNetCore.Http.HttpRequest" -> Support.WORKER;
      case "System.Net.Http.HttpRequestMessage" -> Support.REQUEST_MESSAGE;
      case "System.String",
          "System.Byte[]",
          "System.IO.Stream",
          "System.IO.TextReader",
          "System.IO.StreamReader",
          "System.Object" ->
          Support.BODY_TRIGGER;
      default -> Support.OBJECT_TRIGGER;
    };
  }

  /** Text, bytes and JSON; no streams and no message types of older SDKs. */
  private static Support queue(String type) {
    boolean isSdkType =
        type.startsWith("Microsoft.WindowsAzure.")
            || type.startsWith("Microsoft.Azure.Storage.")
            || type.startsWith("System.IO.");
    return isSdkType ? Support.NONE : Support.WORKER;
  }
}
