package dev.migrator.syntax.csharp;

import java.util.Optional;

/** {@code x = 1} of a field or local declaration. */
public interface VariableDeclarator extends SyntaxNode {
  Token identifier();

  Optional<Expression> initializer();
}
