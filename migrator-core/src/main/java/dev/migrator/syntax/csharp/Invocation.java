package dev.migrator.syntax.csharp;

/** {@code f(x)}, {@code nameof(x)} included. */
public interface Invocation extends Expression {
  /** What is called: a name, a member access, or any expression. */
  Expression target();

  ArgumentList argumentList();
}
