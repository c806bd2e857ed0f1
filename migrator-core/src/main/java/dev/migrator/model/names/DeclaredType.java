package dev.migrator.model.names;

import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that C# files declare, its partial declarations joined.
 *
 * @param symbol the type
 * @param project the project of its files
 * @param declarations types or one delegate, in file order
 */
record DeclaredType(TypeSymbol symbol, Project project, List<MemberDeclaration> declarations) {

  Stream<TypeDeclaration> types() {
    return declarations.stream()
        .filter(TypeDeclaration.class::isInstance)
        .map(TypeDeclaration.class::cast);
  }

  Stream<MemberDeclaration> members() {
    return types().flatMap(type -> type.members().stream());
  }

  boolean hasModifier(String modifier) {
    return declarations.stream().anyMatch(declaration -> declaration.hasModifier(modifier));
  }

  /** Whether other assemblies see it, as far as its own modifiers say. */
  boolean isPublic() {
    return hasModifier("public")
        || declarations.get(0).ancestor(TypeDeclaration.class).stream()
            .anyMatch(outer -> outer.keyword().equals("interface"));
  }

  boolean isPrivate() {
    return declarations.get(0).ancestor(TypeDeclaration.class).isPresent()
        && !isPublic()
        && !hasModifier("internal")
        && !hasModifier("protected");
  }
}
