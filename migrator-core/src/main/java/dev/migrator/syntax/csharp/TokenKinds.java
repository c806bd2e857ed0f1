package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import org.antlr.v4.runtime.Token;

/** Kinds of the lexer's tokens: by what the lexer saw, not by what the filter made of it. */
final class TokenKinds {
  private TokenKinds() {}

  /**
   * @param type what the lexer saw
   * @param first the first character; zero of an empty token
   */
  static TokenKind of(int type, char first) {
    return switch (type) {
      case Token.EOF -> TokenKind.END_OF_FILE;
      case CSharpLexer.WHITESPACE -> TokenKind.WHITESPACE;
      case CSharpLexer.NEWLINE -> TokenKind.LINE_END;
      case CSharpLexer.DOC_COMMENT -> TokenKind.DOCUMENTATION_COMMENT;
      case CSharpLexer.LINE_COMMENT, CSharpLexer.BLOCK_COMMENT -> TokenKind.COMMENT;
      case CSharpLexer.DIRECTIVE -> TokenKind.DIRECTIVE;
      case CSharpLexer.INACTIVE_TEXT, CSharpLexer.INACTIVE_PART -> TokenKind.INACTIVE;
      case CSharpLexer.IDENT -> TokenKind.IDENTIFIER;
      case CSharpLexer.NUMBER -> TokenKind.NUMBER;
      case CSharpLexer.CHARACTER -> TokenKind.CHARACTER;
      case CSharpLexer.STRING, CSharpLexer.RAW_STRING -> TokenKind.STRING;
      case CSharpLexer.INTERP_START,
          CSharpLexer.INTERP_TEXT,
          CSharpLexer.INTERP_OPEN,
          CSharpLexer.INTERP_CLOSE,
          CSharpLexer.INTERP_FORMAT,
          CSharpLexer.INTERP_END ->
          TokenKind.INTERPOLATED_STRING_PART;
      default -> Character.isLetter(first) ? TokenKind.KEYWORD : TokenKind.PUNCTUATION;
    };
  }

  /** Whether no parser ever sees the token. */
  static boolean isTrivia(int type) {
    return of(type, '\0').isTrivia();
  }
}
