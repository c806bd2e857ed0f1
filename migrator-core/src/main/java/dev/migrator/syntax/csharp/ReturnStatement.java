package dev.migrator.syntax.csharp;

import java.util.Optional;

/** {@code return x;}. */
public interface ReturnStatement extends Statement {
  Optional<Expression> expression();
}
