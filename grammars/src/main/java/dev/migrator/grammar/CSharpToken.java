package dev.migrator.grammar;

import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeVisitor;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * A token with its place in the file, and its own leaf in the tree; marks are empty and have no
 * place in the list of tokens. There are many, so it holds no more than it must.
 */
public class CSharpToken implements Token, TerminalNode {
  /** Place in the list of all tokens; -1 for marks. */
  public int place = -1;

  final int start;
  final int end;

  /** What the filter and the parser make of it. */
  short type;

  /** The type that a parser starts with; before that, whether the name is a contextual word. */
  short base;

  private final String file;

  /** A token that no file holds: a mark, the end of a file or what stands for others. */
  public CSharpToken(int type, int start, int end) {
    this("", type, start, end);
  }

  /** A token of a file; its text is cut out when somebody asks for it. */
  CSharpToken(String file, int type, int start, int end) {
    this.type = (short) type;
    this.base = (short) type;
    this.start = start;
    this.end = end;
    this.file = file;
  }

  /** A token that spans from the start of this one to an offset. */
  CSharpToken upTo(int newEnd, int newType) {
    CSharpToken joined = new CSharpToken(file, newType, start, newEnd);
    joined.place = place;
    return joined;
  }

  /** The tokens that a collapsed body stands for. */
  public List<CSharpToken> inside() {
    return List.of();
  }

  @Override
  public String getText() {
    return file.isEmpty() ? "" : file.substring(start, end);
  }

  @Override
  public int getType() {
    return type;
  }

  void setType(int newType) {
    type = (short) newType;
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
    return end - start == expected.length() && file.startsWith(expected, start);
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

  // --- A leaf

  @Override
  public CSharpToken getSymbol() {
    return this;
  }

  @Override
  public CSharpToken getPayload() {
    return this;
  }

  /** Nobody goes up from a leaf, and one token may stand in two trees. */
  @Override
  public @Nullable ParseTree getParent() {
    return null;
  }

  @Override
  public void setParent(RuleContext parent) {}

  @Override
  public @Nullable ParseTree getChild(int i) {
    return null;
  }

  @Override
  public int getChildCount() {
    return 0;
  }

  @Override
  public <T> T accept(ParseTreeVisitor<? extends T> visitor) {
    return visitor.visitTerminal(this);
  }

  @Override
  public Interval getSourceInterval() {
    return new Interval(place, place);
  }

  @Override
  public String toStringTree() {
    return toString();
  }

  @Override
  public String toStringTree(Parser parser) {
    return toString();
  }

  /** What stands for the tokens of a body. */
  static final class Rest extends CSharpToken {
    private final List<CSharpToken> inside;

    Rest(int type, List<CSharpToken> inside) {
      super(type, inside.get(0).start, inside.get(inside.size() - 1).end);
      this.inside = inside;
      this.place = inside.get(inside.size() - 1).place;
    }

    @Override
    public List<CSharpToken> inside() {
      return inside;
    }
  }
}
