package dev.migrator.syntax.csharp;

import java.util.Optional;

/** {@code x}, {@code name: x}, {@code out var x}. */
public interface Argument extends SyntaxNode {
  Optional<Token> name();

  /** {@code ref}, {@code out} or {@code in}. */
  Optional<Token> refKind();

  Expression expression();
}
