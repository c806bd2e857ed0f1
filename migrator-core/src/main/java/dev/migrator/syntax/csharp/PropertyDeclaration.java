package dev.migrator.syntax.csharp;

import java.util.Optional;

/** A property, an indexer or an event with accessors. */
public interface PropertyDeclaration extends MemberDeclaration {
  TypeSyntax type();

  /** {@code this} for an indexer. */
  Token identifier();

  Optional<Expression> initializer();

  /** {@code => x} instead of accessors. */
  Optional<Body> expressionBody();
}
