package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpToken;
import org.antlr.v4.runtime.Token;

/** Kinds of the lexer's tokens: by what the lexer saw, not by what the filter made of it. */
final class TokenKinds {
  private TokenKinds() {}

  static TokenKind of(CSharpToken token) {
    return switch (token.lexed) {
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
      default -> word(token.getText());
    };
  }

  private static TokenKind word(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0))
        ? TokenKind.KEYWORD
        : TokenKind.PUNCTUATION;
  }
}
