package dev.migrator.model.names;

import java.util.List;

/**
 * A type that a name means; two symbols with one metadata name are one type.
 *
 * @param metadataName {@code N.Outer+Inner`1}
 * @param origin where it is defined
 * @param packages frameworks and package ids that have it, sorted; empty for types of projects
 * @param shape what kind of type
 */
public record TypeSymbol(
    String metadataName, TypeOrigin origin, List<String> packages, TypeShape shape) {
  public TypeSymbol {
    packages = List.copyOf(packages);
  }

  /** Empty for the global one. */
  public String namespace() {
    int dot = metadataName.lastIndexOf('.');
    return dot < 0 ? "" : metadataName.substring(0, dot);
  }

  /** The name of the type alone, without namespace, outer types and arity. */
  public String simpleName() {
    int start = Math.max(metadataName.lastIndexOf('.'), metadataName.lastIndexOf('+')) + 1;
    int tick = metadataName.indexOf('`', start);
    return metadataName.substring(start, tick < 0 ? metadataName.length() : tick);
  }

  /** Number of its own type parameters, those of outer types not counted. */
  public int arity() {
    int start = Math.max(metadataName.lastIndexOf('.'), metadataName.lastIndexOf('+')) + 1;
    int tick = metadataName.indexOf('`', start);
    return tick < 0 ? 0 : Integer.parseInt(metadataName.substring(tick + 1));
  }

  public boolean is(String expectedMetadataName) {
    return metadataName.equals(expectedMetadataName);
  }

  /** Whether a file of the project or of a referenced one declares it. */
  public boolean isDeclared() {
    return origin == TypeOrigin.OWN || origin == TypeOrigin.REFERENCED;
  }
}
