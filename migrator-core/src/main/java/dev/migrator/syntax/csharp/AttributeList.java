package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** {@code [A, B(1)]}, also with a target: {@code [return: A]}. */
public interface AttributeList extends SyntaxNode {
  /** {@code return}, {@code assembly}, {@code property} … */
  Optional<Token> target();

  List<Attribute> attributes();
}
