package dev.migrator.model.names;

import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;

/** Where the types of a compilation are declared, partial declarations joined. */
public final class DeclaredParts {
  private final Universe universe;

  private DeclaredParts(Universe universe) {
    this.universe = universe;
  }

  public static DeclaredParts of(NameResolver names) {
    return new DeclaredParts(names.lookup().universe());
  }

  /** In file order; empty for types of frameworks and packages. */
  public List<TypeDeclaration> of(TypeSymbol symbol) {
    return symbol.isDeclared()
        ? universe.declared(symbol).stream().flatMap(DeclaredType::types).toList()
        : List.of();
  }

  /** All declarations of a type, the given one among them; in file order. */
  public List<TypeDeclaration> of(TypeDeclaration declaration) {
    List<TypeDeclaration> all =
        universe.declaredBy(declaration).stream().flatMap(DeclaredType::types).toList();
    return all.isEmpty() ? List.of(declaration) : all;
  }
}
