package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** {@code a.b}, {@code a->b}, and {@code .b} behind {@code a?}. */
public interface MemberAccess extends Expression {
  /**
   * Left of the dot; for {@code ?.} what stands left of the question mark; a {@link TypeExpression}
   * for {@code int.Parse}.
   */
  Optional<Expression> target();

  Token name();

  List<TypeSyntax> typeArguments();

  boolean isConditional();
}
