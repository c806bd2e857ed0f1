package dev.migrator.grammar;

import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/** A token with its place in the file; marks are empty and have no place in the list of tokens. */
public final class CSharpToken implements Token {
  private static final List<CSharpToken> NOTHING = List.of();

  /** The type that the lexer gave. */
  public final int lexed;

  /** Place in the list of all tokens; -1 for marks. */
  public int place = -1;

  /** The tokens that a collapsed body stands for. */
  public List<CSharpToken> inside = NOTHING;

  /** Whether the name is a word that means something else in some places. */
  boolean contextual;

  final int start;
  final int end;
  private final String file;
  /** What the filter and the parser make of it. */
  int type;

  private @Nullable String text;

  /** A token that no file holds: a mark, the end of a file or what stands for others. */
  public CSharpToken(int type, int start, int end, String text) {
    this(type, start, end, text, text);
  }

  private CSharpToken(int type, int start, int end, @Nullable String text, String file) {
    this.type = type;
    this.lexed = type;
    this.start = start;
    this.end = end;
    this.text = text;
    this.file = file;
  }

  /** A token of a file; its text is cut out when somebody asks for it. */
  static CSharpToken in(String file, int type, int start, int end) {
    return new CSharpToken(type, start, end, null, file);
  }

  /** A token that spans from the start of this one to an offset. */
  CSharpToken upTo(int newEnd, int newType) {
    CSharpToken joined = in(file, newType, start, newEnd);
    joined.place = place;
    return joined;
  }

  @Override
  public String getText() {
    String known = text;
    if (known == null) {
      known = file.substring(start, end);
      text = known;
    }
    return known;
  }

  @Override
  public int getType() {
    return type;
  }

  void setType(int newType) {
    type = newType;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  public int end() {
    return end;
  }

  boolean is(String expected) {
    return end - start == expected.length()
        && (text == null ? file.startsWith(expected, start) : text.equals(expected));
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  /** Lines are counted by who shows them. */
  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return -1;
  }

  @Override
  public int getTokenIndex() {
    return place;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return getText() + "@" + start;
  }
}
