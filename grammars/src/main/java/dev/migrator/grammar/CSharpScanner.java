package dev.migrator.grammar;

import static dev.migrator.grammar.CSharpLexer.*;

import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;

/**
 * The lexer of the grammar written out by hand, since one that has yet to learn its tables is slow:
 * the tokens are those of {@link CSharpLexer}, whose actions it shares.
 */
@SuppressWarnings("MissingSwitchDefault")
final class CSharpScanner extends CSharpLexerBase {
  /** End of the last run of dollar signs: without a quote behind, each sign of it is a token. */
  private int dollarsEnd;

  private boolean hasCommentEnd = true;

  /** Whether the string that was read last holds a backslash. */
  private boolean isEscaped;

  CSharpScanner(String source, CSharpScratch scratch, Set<String> symbols) {
    super(source, scratch.text);
    define(symbols);
  }

  /** Adds the tokens up to the end of the file, that included. */
  CSharpTokenBuffer scan(CSharpPlaces places) {
    CSharpTokenBuffer significant = new CSharpTokenBuffer(length / 8);
    while (at < length) {
      int start = at;
      int type = next();
      if (_channel == Token.DEFAULT_CHANNEL) {
        boolean contextual = type == CSharpWords.CONTEXTUAL;
        type = contextual ? IDENT : type;
        CSharpToken token = new CSharpToken(source, type, start, at);
        token.place = places.size();
        if (contextual) {
          token.base = CSharpWords.CONTEXTUAL;
        }
        significant.append(token);
        if (type == CHARACTER || type == RAW_STRING || type == STRING && isEscaped) {
          CSharpLiterals.check(type, source, start, at, problems());
        }
        if (significant.size() == 1) {
          sawToken();
        }
      }
      places.add(type, start);
    }
    _tokenStartCharIndex = length;
    finish();
    CSharpToken end = new CSharpToken(Token.EOF, length, length);
    end.place = places.size();
    significant.append(end);
    places.add(Token.EOF, length);
    return significant;
  }

  /** Type of the token at the current place, which is then the one behind it. */
  private int next() {
    _tokenStartCharIndex = at;
    _channel = Token.DEFAULT_CHANNEL;
    return switch (_mode) {
      case INTERPOLATION -> {
        at++;
        yield acting(INTERP_PART);
      }
      case INACTIVE -> {
        at++;
        yield acting(INACTIVE_PART);
      }
      default -> token(text[at]);
    };
  }

  /** Runs the grammar's action for a type, which may change it and take more text. */
  private int acting(int type) {
    _type = type;
    act(type);
    return _type;
  }

  private int skip(int characters, int type) {
    at += characters;
    return type;
  }

  private int hidden(int end, int type) {
    _channel = TRIVIA;
    at = end;
    return type;
  }

  private int token(char c) {
    if (c >= 'a' && c <= 'z') {
      return identifier(at + 1);
    }
    switch (c) {
      case ' ', '\t', 0x0B, '\f', 0x1A -> {
        return whitespace();
      }
      case '\n' -> {
        return hidden(at + 1, NEWLINE);
      }
      case '\r' -> {
        return hidden(text[at + 1] == '\n' ? at + 2 : at + 1, NEWLINE);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        return skip(numberEnd() - at, NUMBER);
      }
      case '"' -> {
        return quote();
      }
      case '\'' -> {
        return character();
      }
      case '@' -> {
        return at();
      }
      case '$' -> {
        return dollar();
      }
      case '#' -> {
        return directiveLine();
      }
      case '/' -> {
        return slash();
      }
      case '{', '(', '[', '}', ')', ']' -> {
        return bracket(c);
      }
      default -> {}
    }
    if (c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 || c == '\\') {
      return letter(c);
    }
    return sign(c, text[at + 1]);
  }

  private int whitespace() {
    int end = at + 1;
    char c = text[end];
    while (c == ' ' || c == '\t' || (c < ' ' || c >= 0x80) && isBlank(c)) {
      c = text[++end];
    }
    return hidden(end, WHITESPACE);
  }

  /** What is no sign of ASCII. */
  private int letter(char c) {
    if (c < 0x80 && c != '\\') {
      return identifier(at + 1);
    }
    if (isLineEnd(c)) {
      return hidden(at + 1, NEWLINE);
    }
    if (isBlank(c)) {
      return whitespace();
    }
    int end = identifierStart(at);
    return end < 0 ? skip(1, BAD) : identifier(end);
  }

  // --- Names

  /** Goes on behind the first character of a name. */
  private int identifier(int from) {
    int end = from;
    int next = from;
    while (next >= 0) {
      end = next;
      char c = text[end];
      while (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_') {
        c = text[++end];
      }
      next = c >= 0x80 || c == '\\' ? identifierPart(end) : -1;
    }
    int type = CSharpWords.type(text, at, end);
    at = end;
    return type;
  }

  /** The place behind a character that names can begin with, or -1. */
  private int identifierStart(int i) {
    char c = text[i];
    if (c == '\\') {
      return escapeEnd(i);
    }
    return c == '_' || Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER
        ? i + 1
        : -1;
  }

  private int identifierPart(int i) {
    char c = text[i];
    if (c == '\\') {
      return escapeEnd(i);
    }
    boolean isPart =
        switch (Character.getType(c)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.LETTER_NUMBER,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.CONNECTOR_PUNCTUATION ->
              true;
          default ->
              c == 0xAD
                  || c >= 0x200B && c <= 0x200F
                  || c >= 0x202A && c <= 0x202E
                  || c >= 0x2060 && c <= 0x2064;
        };
    return isPart ? i + 1 : -1;
  }

  private int escapeEnd(int i) {
    int digits = text[i + 1] == 'u' ? 4 : text[i + 1] == 'U' ? 8 : -1;
    if (digits < 0) {
      return -1;
    }
    int end = i + 2 + digits;
    for (int k = i + 2; k < end; k++) {
      if (k >= length || !isHex(text[k])) {
        return -1;
      }
    }
    return end;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  // --- Numbers

  private int numberEnd() {
    char second = text[at + 1];
    if (text[at] == '0' && (second == 'x' || second == 'X' || second == 'b' || second == 'B')) {
      boolean isHex = second == 'x' || second == 'X';
      int end = at + 2;
      char c = text[end];
      while (c == '_' || (isHex ? isHex(c) : c == '0' || c == '1')) {
        c = text[++end];
      }
      if (end > at + 2) {
        while (c == 'u' || c == 'U' || c == 'l' || c == 'L') {
          c = text[++end];
        }
        return end;
      }
    }
    int end = digitsEnd(at + 1);
    if (text[end] == '.' && isDigit(text[end + 1])) {
      end = digitsEnd(end + 2);
    }
    end = exponentEnd(end);
    while (isSuffix(text[end])) {
      end++;
    }
    return end;
  }

  private int fractionEnd() {
    int end = exponentEnd(digitsEnd(at + 2));
    return switch (text[end]) {
      case 'f', 'F', 'd', 'D', 'm', 'M' -> end + 1;
      default -> end;
    };
  }

  private static boolean isSuffix(char c) {
    return switch (c) {
      case 'u', 'U', 'l', 'L', 'f', 'F', 'd', 'D', 'm', 'M' -> true;
      default -> false;
    };
  }

  private int digitsEnd(int from) {
    int end = from;
    while (isDigit(text[end]) || text[end] == '_') {
      end++;
    }
    return end;
  }

  private int exponentEnd(int from) {
    if (text[from] != 'e' && text[from] != 'E') {
      return from;
    }
    int digits = text[from + 1] == '+' || text[from + 1] == '-' ? from + 2 : from + 1;
    int end = digitsEnd(digits);
    return end > digits ? end : from;
  }

  // --- Strings

  private int quote() {
    isEscaped = false;
    if (text[at + 1] == '"' && text[at + 2] == '"') {
      at += 3;
      return acting(RAW_STRING);
    }
    int end = at + 1;
    while (end < length) {
      char c = text[end];
      if (c == '"') {
        return skip(suffixEnd(end + 1) - at, STRING);
      }
      if (c == '\\') {
        isEscaped = true;
        end++;
        c = text[end];
        if (end == length || c == '\r' || c == '\n') {
          break;
        }
      } else if (isLineEnd(c)) {
        break;
      }
      end++;
    }
    return skip(1, BAD);
  }

  /** Behind the {@code u8} that may follow a string. */
  private int suffixEnd(int end) {
    return (text[end] == 'u' || text[end] == 'U') && text[end + 1] == '8' ? end + 2 : end;
  }

  private int character() {
    int end = at + 1;
    char first = text[end];
    if (first == '\\') {
      end++;
    } else if (first == '\'') {
      return skip(1, BAD);
    }
    if (end >= length || text[end] == '\r' || text[end] == '\n') {
      return skip(1, BAD);
    }
    end++;
    while (end < length && text[end] != '\'' && text[end] != '\r' && text[end] != '\n') {
      end++;
    }
    return text[end] == '\'' ? skip(end + 1 - at, CHARACTER) : skip(1, BAD);
  }

  private int at() {
    char next = text[at + 1];
    if (next == '"') {
      isEscaped = false;
      int end = verbatimEnd(at + 2);
      return end < 0 ? skip(1, BAD) : skip(end - at, STRING);
    }
    if (next == '$' && text[at + 2] == '"') {
      return interpolation(3);
    }
    int end = at + 1 < length ? identifierStart(at + 1) : -1;
    if (end < 0) {
      return skip(1, BAD);
    }
    return identifier(end);
  }

  /** Behind the last quote that can end the string, or -1. */
  private int verbatimEnd(int from) {
    int last = -1;
    int end = from;
    while (end < length) {
      if (text[end++] == '"') {
        last = end;
        if (text[end] != '"') {
          return suffixEnd(end);
        }
        end++;
      }
    }
    return last;
  }

  private int dollar() {
    char next = text[at + 1];
    if (next == '@' && text[at + 2] == '"') {
      return interpolation(3);
    }
    int quotes = Math.max(at + 1, dollarsEnd);
    while (text[quotes] == '$') {
      quotes++;
    }
    dollarsEnd = quotes;
    if (text[quotes] == '"' && text[quotes + 1] == '"' && text[quotes + 2] == '"') {
      return interpolation(quotes + 3 - at);
    }
    return next == '"' ? interpolation(2) : skip(1, BAD);
  }

  private int interpolation(int characters) {
    at += characters;
    int type = acting(INTERP_START);
    pushMode(INTERPOLATION);
    return type;
  }

  // --- Directives and comments

  private int directiveLine() {
    if (!atLineStartBefore(at)) {
      return skip(1, BAD);
    }
    at = lineEnd(at + 1);
    int type = acting(DIRECTIVE);
    _channel = DIRECTIVES;
    return type;
  }

  private int slash() {
    char next = text[at + 1];
    if (next == '/') {
      boolean isDocumentation = text[at + 2] == '/' && text[at + 3] != '/';
      return hidden(lineEnd(at + 2), isDocumentation ? DOC_COMMENT : LINE_COMMENT);
    }
    if (next == '*' && hasCommentEnd) {
      int end = source.indexOf("*/", at + 2);
      hasCommentEnd = end >= 0;
      if (hasCommentEnd) {
        boolean isDocumentation = text[at + 2] == '*' && text[at + 3] != '*' && text[at + 3] != '/';
        return hidden(end + 2, isDocumentation ? DOC_COMMENT : BLOCK_COMMENT);
      }
    }
    return next == '=' ? skip(2, SLASH_ASSIGN) : skip(1, SLASH);
  }

  // --- Signs

  private int bracket(char c) {
    at++;
    if (c == '}') {
      return isInterpolating() ? acting(RBRACE) : RBRACE;
    }
    if (c == ')' || c == ']') {
      close();
      return c == ')' ? RPAREN : RBRACKET;
    }
    open();
    return c == '(' ? LPAREN : c == '{' ? LBRACE : LBRACKET;
  }

  private int sign(char c, char next) {
    return switch (c) {
      case ';' -> skip(1, SEMI);
      case ',' -> skip(1, COMMA);
      case '.' ->
          isDigit(next)
              ? skip(fractionEnd() - at, NUMBER)
              : next == '.' ? skip(2, DOTDOT) : skip(1, DOT);
      case ':' -> colons(next);
      case '?' ->
          next != '?'
              ? skip(1, QUESTION)
              : text[at + 2] == '=' ? skip(3, COALESCE_ASSIGN) : skip(2, COALESCE);
      case '=' -> next == '>' ? skip(2, ARROW) : next == '=' ? skip(2, EQ) : skip(1, ASSIGN);
      case '!' -> next == '=' ? skip(2, NE) : skip(1, BANG);
      case '<' -> less(next);
      case '>' -> skip(1, GT);
      case '~' -> skip(1, TILDE);
      case '+' -> next == '+' ? skip(2, INC) : assigned(next, PLUS, PLUS_ASSIGN);
      case '-' ->
          next == '-'
              ? skip(2, DEC)
              : next == '>' ? skip(2, POINTER_ACCESS) : assigned(next, MINUS, MINUS_ASSIGN);
      case '*' -> assigned(next, STAR, STAR_ASSIGN);
      case '%' -> assigned(next, PERCENT, PERCENT_ASSIGN);
      case '&' -> next == '&' ? skip(2, AND_AND) : assigned(next, AMP, AMP_ASSIGN);
      case '|' -> next == '|' ? skip(2, OR_OR) : assigned(next, PIPE, PIPE_ASSIGN);
      case '^' -> assigned(next, CARET, CARET_ASSIGN);
      default -> skip(1, BAD);
    };
  }

  private int assigned(char next, int plain, int assignment) {
    return next == '=' ? skip(2, assignment) : skip(1, plain);
  }

  private int less(char next) {
    if (next == '<') {
      return text[at + 2] == '=' ? skip(3, SHL_ASSIGN) : skip(2, SHL);
    }
    return assigned(next, LT, LE);
  }

  private int colons(char next) {
    int type = next == ':' ? skip(2, DOUBLE_COLON) : skip(1, COLON);
    return isInterpolating() ? acting(type) : type;
  }

  // --- What a lexer of the runtime must have

  @Override
  public Token nextToken() {
    int start = at;
    int type = at < length ? next() : Token.EOF;
    CommonToken token = new CommonToken(type == CSharpWords.CONTEXTUAL ? IDENT : type);
    token.setChannel(type == Token.EOF ? Token.DEFAULT_CHANNEL : _channel);
    token.setStartIndex(start);
    token.setStopIndex(at - 1);
    return token;
  }

  @Override
  public String[] getRuleNames() {
    return CSharpLexer.ruleNames;
  }

  @Override
  public String getGrammarFileName() {
    return "CSharpLexer.g4";
  }

  @Override
  public ATN getATN() {
    return CSharpLexer._ATN;
  }
}
