package dev.migrator.syntax.csharp;

/** {@code a + b} and the other binary operators between expressions. */
public interface BinaryExpression extends Expression {
  Expression left();

  Token operator();

  Expression right();
}
