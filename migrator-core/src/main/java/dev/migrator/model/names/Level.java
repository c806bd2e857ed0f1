package dev.migrator.model.names;

import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/** One step of a lookup from inside out. */
sealed interface Level {

  /** Type parameters of a method or of a type whose members are not in sight. */
  record Parameters(Set<String> names) implements Level {}

  /** Inside the braces of a type: its nested types, those of its bases, its type parameters. */
  record Body(DeclaredType type, Set<String> typeParameters) implements Level {}

  /**
   * A namespace.
   *
   * @param name full name, empty for the global one
   * @param usingsOf the namespace declaration or compilation unit whose directives count here
   */
  record Space(String name, Optional<SyntaxNode> usingsOf) implements Level {}
}
