package dev.migrator.syntax.csharp;

/** Coarse kinds of tokens; the last six are trivia. */
public enum TokenKind {
  /** Contextual keywords included: {@code var}, {@code record}, {@code async}. */
  IDENTIFIER,
  KEYWORD,
  PUNCTUATION,
  NUMBER,
  CHARACTER,
  STRING,
  /** Text, quotes, holes and format clauses of {@code $"…"}, each a token of its own. */
  INTERPOLATED_STRING_PART,
  END_OF_FILE,
  WHITESPACE,
  LINE_END,
  /** {@code // …} and {@code /* … *}{@code /}. */
  COMMENT,
  /** {@code /// …} and {@code /** … *}{@code /}. */
  DOCUMENTATION_COMMENT,
  DIRECTIVE,
  /** Text of a branch of {@code #if} that was not taken. */
  INACTIVE;

  public boolean isTrivia() {
    return compareTo(END_OF_FILE) > 0;
  }
}
