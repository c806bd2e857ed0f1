package dev.migrator.model.names;

import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * One name of a qualified name.
 *
 * @param name without {@code @}
 * @param arity number of type arguments
 */
record NamePart(String name, int arity) {
  static List<NamePart> of(TypeSyntax syntax) {
    List<NamePart> parts = new ArrayList<>(2);
    for (TypeSyntax.NamePart part : syntax.nameParts()) {
      parts.add(new NamePart(part.identifier().identifier(), part.typeArguments().size()));
    }
    return parts;
  }

  /** Of {@code A.B.C} without type arguments. */
  static List<NamePart> ofDotted(String name) {
    List<NamePart> parts = new ArrayList<>(4);
    for (String part : name.trim().split("\\.")) {
      parts.add(new NamePart(part.trim(), 0));
    }
    return parts;
  }
}
