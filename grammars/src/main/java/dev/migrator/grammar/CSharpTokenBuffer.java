package dev.migrator.grammar;

import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Tokens with a gap where the last change was, so that marks cost little wherever they come. */
final class CSharpTokenBuffer {
  private CSharpToken[] items;
  private int gap;
  private int room;

  CSharpTokenBuffer(List<CSharpToken> tokens) {
    int size = tokens.size();
    items = tokens.toArray(new CSharpToken[size + size / 8 + 8]);
    gap = size;
    room = items.length - size;
  }

  int size() {
    return items.length - room;
  }

  CSharpToken get(int i) {
    return items[i < gap ? i : i + room];
  }

  /** Type of a token; the end of file before the first and behind the last. */
  int type(int i) {
    int at = i < gap ? i : i + room;
    return at >= 0 && at < items.length ? items[at].type : Token.EOF;
  }

  void set(int i, CSharpToken token) {
    items[i < gap ? i : i + room] = token;
  }

  void add(int at, CSharpToken token) {
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
  List<CSharpToken> remove(int start, int end) {
    moveGap(start);
    CSharpToken[] removed = Arrays.copyOfRange(items, start + room, end + room);
    room += end - start;
    return Arrays.asList(removed);
  }

  List<CSharpToken> toList() {
    moveGap(size());
    return Arrays.asList(Arrays.copyOf(items, gap));
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
