package dev.migrator.model.names;

import java.util.List;
import java.util.Map;

/**
 * What the directives of one compilation unit or namespace declaration bring.
 *
 * @param namespaces full names, each once
 * @param statics types of {@code using static}
 * @param aliases by name
 * @param hasUnknown whether a directive names something of which nothing is known
 */
record UsingLevel(
    List<String> namespaces,
    List<TypeSymbol> statics,
    Map<String, Resolution> aliases,
    boolean hasUnknown) {
  static final UsingLevel NONE = new UsingLevel(List.of(), List.of(), Map.of(), false);
}
