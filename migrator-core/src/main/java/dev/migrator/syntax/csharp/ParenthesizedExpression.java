package dev.migrator.syntax.csharp;

/** {@code (a)}. */
public interface ParenthesizedExpression extends Expression {
  Expression expression();
}
