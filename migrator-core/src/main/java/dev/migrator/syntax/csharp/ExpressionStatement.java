package dev.migrator.syntax.csharp;

/** {@code f(x);}. */
public interface ExpressionStatement extends Statement {
  Expression expression();
}
