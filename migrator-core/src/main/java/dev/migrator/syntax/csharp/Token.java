package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;

/**
 * A token or a piece of trivia with its place.
 *
 * @param kind what it is
 * @param index its place in {@link Tokens}
 * @param span in the text
 * @param text as written, escapes and {@code @} included
 */
public record Token(TokenKind kind, int index, Span span, String text) {

  /** The identifier's value: without {@code @}; unicode escapes decoded. */
  public String identifier() {
    return CSharpText.identifier(text);
  }

  public boolean is(String expected) {
    return text.equals(expected);
  }
}
