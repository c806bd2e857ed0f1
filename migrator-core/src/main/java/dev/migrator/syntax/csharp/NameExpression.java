package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** {@code x}, {@code F<int>} or {@code global::N} as an expression. */
public interface NameExpression extends Expression {
  Optional<Token> aliasQualifier();

  Token identifier();

  List<TypeSyntax> typeArguments();
}
