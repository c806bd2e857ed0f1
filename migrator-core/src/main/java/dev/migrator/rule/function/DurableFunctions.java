package dev.migrator.rule.function;

import dev.migrator.model.names.TypeSymbol;
import java.util.Set;

/** What to say of Durable Functions, which no rule converts yet. */
final class DurableFunctions {
  private static final String PACKAGE = "Microsoft.Azure.WebJobs.Extensions.DurableTask";

  private static final Set<String> KINDS =
      Set.of(
          "activityTrigger",
          "durableClient",
          "entityTrigger",
          "orchestrationClient",
          "orchestrationTrigger");

  private static final String ADVICE =
      "this version does not convert Durable Functions: move them by hand, or into an app of their"
          + " own that stays in-process for now";

  private DurableFunctions() {}

  /** The next step for a binding that no rule knows. */
  static String advice(String kind) {
    return KINDS.contains(kind)
        ? ADVICE
        : "convert this function by hand, or tell its attribute in migrator.yaml";
  }

  /** The next step for a type that the worker lacks. */
  static String advice(TypeSymbol type) {
    return type.packages().stream().anyMatch(PACKAGE::equals)
        ? ADVICE
        : "report the construct, or take it out";
  }
}
