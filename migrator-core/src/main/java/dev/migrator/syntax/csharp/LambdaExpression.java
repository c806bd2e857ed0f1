package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code x => …}, {@code (x) => …} and {@code delegate (…) { … }}. */
public interface LambdaExpression extends Expression {
  List<Parameter> parameters();

  /** A {@link Block} or an {@link Expression}. */
  SyntaxNode lambdaBody();
}
