package dev.migrator.syntax.csharp;

/** {@code (T)a}. */
public interface CastExpression extends Expression {
  TypeSyntax type();

  Expression expression();
}
