package dev.migrator.grammar;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** A token with its place in the file; marks are empty and have no place in the list of tokens. */
public final class CSharpToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  /** The type that the lexer gave. */
  public final int lexed;

  /** Place in the list of all tokens; -1 for marks. */
  public int place = -1;

  /** The tokens that a collapsed body stands for. */
  public transient List<CSharpToken> inside = List.of();

  private final String file;

  public CSharpToken(int type, int start, int end, String text) {
    this(type, DEFAULT_CHANNEL, start, end, text, text);
  }

  private CSharpToken(
      int type, int channel, int start, int end, @Nullable String text, String file) {
    super(type, text);
    this.lexed = type;
    this.file = file;
    setChannel(channel);
    setStartIndex(start);
    setStopIndex(end - 1);
  }

  /** A token of a file; its text is cut out when somebody asks for it. */
  static CSharpToken in(String file, int type, int channel, int start, int end) {
    return new CSharpToken(type, channel, start, end, null, file);
  }

  @Override
  public String getText() {
    String known = text;
    if (known == null) {
      known = file.substring(start, stop + 1);
      text = known;
    }
    return known;
  }

  public int end() {
    return getStopIndex() + 1;
  }

  public boolean isMark() {
    return place < 0 && getType() != Token.EOF;
  }

  boolean is(String expected) {
    return text == null
        ? stop + 1 - start == expected.length() && file.startsWith(expected, start)
        : text.equals(expected);
  }
}
