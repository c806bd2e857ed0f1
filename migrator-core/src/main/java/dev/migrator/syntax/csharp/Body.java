package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** What a member executes: a block or {@code => expression;}. Parsed when first looked into. */
public interface Body extends SyntaxNode {
  boolean isExpression();

  /** Of a block; empty for an expression body. */
  List<Statement> statements();

  Optional<Expression> expression();
}
