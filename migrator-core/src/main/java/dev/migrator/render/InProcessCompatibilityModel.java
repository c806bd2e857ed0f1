package dev.migrator.render;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file that supplies what the in-process host supplied.
 *
 * @param namespace of its types
 * @param toolVersion for the head
 * @param languageAllowsNullable whether {@code #nullable} is known to the compiler
 * @param usingsInside whether usings stand in the namespace: where a namespace of the app hides one
 * @param usings sorted
 * @param aliases of types that stand in a library and are called like others that the file sees
 * @param usedParts for the head
 * @param parts which pieces are written, by name
 */
public record InProcessCompatibilityModel(
    String namespace,
    String toolVersion,
    boolean languageAllowsNullable,
    boolean usingsInside,
    List<String> usings,
    List<Alias> aliases,
    List<UsedPart> usedParts,
    SortedMap<String, Boolean> parts) {

  public InProcessCompatibilityModel {
    usings = List.copyOf(usings);
    aliases = List.copyOf(aliases);
    usedParts = List.copyOf(usedParts);
    parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /**
   * {@code using name = type;}.
   *
   * @param name simple name
   * @param type full name
   */
  public record Alias(String name, String type) {}

  /**
   * A part with who needs it.
   *
   * @param title what it supplies
   * @param functions {@code 3 functions}
   */
  public record UsedPart(String title, String functions) {}

  public String text() {
    return Templates.render("InProcessCompatibility.cs.ftl", this);
  }
}
