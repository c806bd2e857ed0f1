package dev.migrator.grammar;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A token with its place in the file; marks are empty and have no place in the list of tokens. */
public final class CSharpToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  /** The type that the lexer gave. */
  public final int lexed;

  /** Place in the list of all tokens; -1 for marks. */
  public int place = -1;

  /** The tokens that a collapsed body stands for. */
  public transient List<CSharpToken> inside = List.of();

  public CSharpToken(int type, int start, int end, String text) {
    super(type, text);
    this.lexed = type;
    setStartIndex(start);
    setStopIndex(end - 1);
  }

  public int end() {
    return getStopIndex() + 1;
  }

  public boolean isMark() {
    return place < 0 && getType() != Token.EOF;
  }

  boolean is(String expected) {
    return getText().equals(expected);
  }
}
