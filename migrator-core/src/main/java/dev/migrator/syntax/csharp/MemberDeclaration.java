package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in a file, a namespace or a type. */
public interface MemberDeclaration extends SyntaxNode {
  List<AttributeList> attributeLists();

  List<Token> modifiers();

  default boolean hasModifier(String modifier) {
    return modifiers().stream().anyMatch(token -> token.is(modifier));
  }

  default Stream<Attribute> attributes() {
    return attributeLists().stream().flatMap(list -> list.attributes().stream());
  }

  /** The type whose member this is. */
  default Optional<TypeDeclaration> containingType() {
    return ancestor(TypeDeclaration.class);
  }

  /** Dotted name of the namespaces around, empty for the global one. */
  default String namespace() {
    String inner = this instanceof NamespaceDeclaration self ? self.name() : "";
    return ancestor(NamespaceDeclaration.class)
        .map(outer -> outer.namespace())
        .filter(outer -> !outer.isEmpty())
        .map(outer -> inner.isEmpty() ? outer : outer + "." + inner)
        .orElse(inner);
  }
}
