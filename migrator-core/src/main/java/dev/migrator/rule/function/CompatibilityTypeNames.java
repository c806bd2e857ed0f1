package dev.migrator.rule.function;

import dev.migrator.rule.CompatibilityPart;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Simple names that the compatibility file declares and that a framework has too. */
final class CompatibilityTypeNames {
  private static final Map<CompatibilityPart, String> SHARED =
      Map.of(
          CompatibilityPart.BINDER_TABLES, "TableAttribute",
          CompatibilityPart.EXECUTION_CONTEXT, "ExecutionContext",
          CompatibilityPart.TRACE_WRITER, "TraceWriter");

  private CompatibilityTypeNames() {}

  static Set<String> of(Set<CompatibilityPart> parts) {
    return SHARED.entrySet().stream()
        .filter(entry -> parts.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }
}
