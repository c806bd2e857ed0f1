package dev.migrator.syntax.csharp;

import java.util.Optional;

/** {@code "x"}, {@code name: "x"} or {@code Name = "x"}. */
public interface AttributeArgument extends SyntaxNode {
  /** Before {@code =}. */
  Optional<Token> propertyName();

  /** Before {@code :}. */
  Optional<Token> parameterName();

  Expression expression();
}
