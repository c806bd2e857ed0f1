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
 * @param usedParts for the head
 * @param parts which pieces are written, by name
 */
public record InProcessCompatibilityModel(
    String namespace,
    String toolVersion,
    boolean languageAllowsNullable,
    boolean usingsInside,
    List<String> usings,
    List<UsedPart> usedParts,
    SortedMap<String, Boolean> parts) {

  public InProcessCompatibilityModel {
    usings = List.copyOf(usings);
    usedParts = List.copyOf(usedParts);
    parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /**
   * A part with who needs it.
   *
   * @param title what it supplies
   * @param functions {@code 3 functions}
   * @param ruleId the rule of {@code modernize} that leaves it behind
   */
  public record UsedPart(String title, String functions, String ruleId) {}

  public String text() {
    return Templates.render("InProcessCompatibility.cs.ftl", this);
  }
}
