package dev.migrator.syntax.csharp;

import java.util.Optional;

/**
 * {@code new T(x) { … }}; without a type {@code new(x)}. Arrays and anonymous objects are plain
 * expressions.
 */
public interface ObjectCreation extends Expression {
  Optional<TypeSyntax> type();

  Optional<ArgumentList> argumentList();

  /** The braces behind it. */
  Optional<Expression> initializer();
}
