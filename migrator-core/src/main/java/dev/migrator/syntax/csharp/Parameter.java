package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A parameter of a method, constructor, lambda or local function. */
public interface Parameter extends SyntaxNode {
  List<AttributeList> attributeLists();

  /** {@code out}, {@code ref}, {@code in}, {@code params}, {@code this}, {@code scoped}. */
  List<Token> modifiers();

  /** Absent in {@code x => x}. */
  Optional<TypeSyntax> type();

  Token identifier();

  Optional<Expression> defaultValue();

  default boolean hasModifier(String modifier) {
    return modifiers().stream().anyMatch(token -> token.is(modifier));
  }

  default Stream<Attribute> attributes() {
    return attributeLists().stream().flatMap(list -> list.attributes().stream());
  }
}
