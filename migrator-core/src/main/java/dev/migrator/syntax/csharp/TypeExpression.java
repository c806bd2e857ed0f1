package dev.migrator.syntax.csharp;

/**
 * A type where an expression stands: {@code int} of {@code int.Parse}, {@code T} of {@code
 * typeof(T)} and {@code x is T}.
 */
public interface TypeExpression extends Expression {
  TypeSyntax type();
}
