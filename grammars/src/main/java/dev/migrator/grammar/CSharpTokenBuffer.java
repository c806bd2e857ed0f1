package dev.migrator.grammar;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.antlr.v4.runtime.Token;

/** Tokens with a gap where the last change was, so that marks cost little wherever they come. */
final class CSharpTokenBuffer extends AbstractList<CSharpToken> implements RandomAccess {
  private CSharpToken[] items;
  private int gap;
  private int room;

  CSharpTokenBuffer(int expected) {
    items = new CSharpToken[expected + 8];
    room = items.length;
  }

  CSharpTokenBuffer(List<CSharpToken> tokens) {
    this(tokens.size() + tokens.size() / 8);
    tokens.forEach(this::append);
  }

  @Override
  public int size() {
    return items.length - room;
  }

  @Override
  public CSharpToken get(int i) {
    return items[i < gap ? i : i + room];
  }

  /** Type of a token; the end of file before the first and behind the last. */
  int type(int i) {
    int at = i < gap ? i : i + room;
    return at >= 0 && at < items.length ? items[at].type : Token.EOF;
  }

  @Override
  public CSharpToken set(int i, CSharpToken token) {
    int at = i < gap ? i : i + room;
    CSharpToken before = items[at];
    items[at] = token;
    return before;
  }

  /** Adds a token behind all others. */
  void append(CSharpToken token) {
    add(items.length - room, token);
  }

  @Override
  public void add(int at, CSharpToken token) {
    if (room == 0) {
      moveGap(items.length);
      room = items.length / 2 + 8;
      items = Arrays.copyOf(items, items.length + room);
    }
    if (at != gap) {
      moveGap(at);
    }
    items[gap++] = token;
    room--;
  }

  /** Takes out the tokens of a range. */
  List<CSharpToken> cut(int start, int end) {
    moveGap(start);
    CSharpToken[] removed = Arrays.copyOfRange(items, start + room, end + room);
    room += end - start;
    return Arrays.asList(removed);
  }

  /** Forgets the tokens from a place on. */
  void truncate(int size) {
    moveGap(size);
    room = items.length - size;
  }

  private void moveGap(int to) {
    if (to < gap) {
      System.arraycopy(items, to, items, to + room, gap - to);
    } else if (to > gap) {
      System.arraycopy(items, gap + room, items, gap, to - gap);
    }
    gap = to;
  }
}
