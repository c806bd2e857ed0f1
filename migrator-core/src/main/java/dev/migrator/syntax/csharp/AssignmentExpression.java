package dev.migrator.syntax.csharp;

/** {@code a = b}, also compound. */
public interface AssignmentExpression extends Expression {
  Expression left();

  Token operator();

  Expression right();
}
