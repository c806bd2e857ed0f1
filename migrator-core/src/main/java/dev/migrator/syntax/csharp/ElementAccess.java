package dev.migrator.syntax.csharp;

/** {@code a[i]}. */
public interface ElementAccess extends Expression {
  Expression target();

  ArgumentList argumentList();
}
