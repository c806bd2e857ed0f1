package dev.migrator.model.names;

import dev.migrator.source.Span;
import java.util.List;

/**
 * A member access for which other extension methods would be in sight.
 *
 * @param method name of the method
 * @param span of the name
 * @param lost classes that are in sight now and would not be, sorted
 * @param gained classes that would come into sight, sorted
 * @param isUsed whether the lost class is surely the one that is called
 */
public record ExtensionChange(
    String method, Span span, List<TypeSymbol> lost, List<TypeSymbol> gained, Truth isUsed) {
  public ExtensionChange {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }
}
