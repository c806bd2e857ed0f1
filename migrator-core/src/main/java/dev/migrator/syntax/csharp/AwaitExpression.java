package dev.migrator.syntax.csharp;

/** {@code await a}. */
public interface AwaitExpression extends Expression {
  Expression expression();
}
