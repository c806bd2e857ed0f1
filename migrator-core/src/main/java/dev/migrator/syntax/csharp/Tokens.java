package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;

/** The tokens of a file, trivia included; their texts joined give the file. */
public interface Tokens {
  /** All of them, trivia included, the end of file last. */
  List<Token> all();

  /** The token or trivia that holds the offset; end of file at and behind the end. */
  Token at(int offset);

  /** The next token after this one that is no trivia; empty behind the end of file. */
  Optional<Token> nextSignificant(Token token);

  /** The token before this one that is no trivia. */
  Optional<Token> previousSignificant(Token token);

  /** Tokens without trivia that lie inside the span. */
  List<Token> significantIn(Span span);

  /** Comments, documentation comments and directives inside the span. */
  List<Token> triviaIn(Span span);
}
