package dev.migrator.syntax.json;

import dev.migrator.grammar.JsoncLexer;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import dev.migrator.syntax.TextError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Keeps the first error of a parse, in plain words; what follows it is mostly its echo. */
final class JsonErrors extends BaseErrorListener {
  private final SourceFile source;
  private final LosslessTokens tokens;
  private final List<TextError> errors = new ArrayList<>();

  JsonErrors(SourceFile source, LosslessTokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  List<TextError> first() {
    return List.copyOf(errors);
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offendingSymbol,
      int line,
      int charPositionInLine,
      String msg,
      RecognitionException e) {
    if (errors.isEmpty() && offendingSymbol instanceof Token token) {
      Span span = tokens.span(token);
      errors.add(TextError.at(source, span, message(token, (Parser) recognizer)));
    }
  }

  private static String message(Token token, Parser parser) {
    String text = token.getText();
    return switch (token.getType()) {
      case JsoncLexer.UNTERMINATED ->
          text.equals("/*") ? "the comment has no end '*/'" : "the string has no closing quote";
      case JsoncLexer.WORD -> text + " must stand in double quotes";
      case Token.EOF -> "the file ends where " + expected(parser) + " should follow";
      default -> "'" + text + "' stands where " + expected(parser) + " should follow";
    };
  }

  private static String expected(Parser parser) {
    List<Integer> types = parser.getExpectedTokens().toList();
    boolean isValue = types.contains(JsoncLexer.NUMBER);
    boolean canClose = types.contains(JsoncLexer.CLOSE_BRACKET);
    return isValue
        ? canClose ? "a value or ']'" : "a value"
        : types.stream().map(JsonErrors::name).sorted().collect(Collectors.joining(" or "));
  }

  private static String name(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case JsoncLexer.STRING -> "a name in double quotes";
      default -> {
        String literal = JsoncLexer.VOCABULARY.getLiteralName(type);
        yield literal == null
            ? JsoncLexer.VOCABULARY.getDisplayName(type).toLowerCase(Locale.ROOT)
            : literal;
      }
    };
  }
}
