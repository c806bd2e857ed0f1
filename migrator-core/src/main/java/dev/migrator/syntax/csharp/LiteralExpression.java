package dev.migrator.syntax.csharp;

import java.util.Optional;

/** A number, string, character, {@code true}, {@code false}, {@code null} or {@code default}. */
public interface LiteralExpression extends Expression {
  Token token();

  /** The decoded text of a string, for every kind of string without holes. */
  Optional<String> stringValue();
}
