package dev.migrator.grammar;

import java.util.Arrays;

/** Types and offsets of all tokens of a file, trivia included; the end of file is the last. */
public final class CSharpPlaces {
  private short[] types;
  private int[] starts;
  private int size;

  CSharpPlaces(CSharpScratch scratch) {
    types = scratch.types;
    starts = scratch.starts;
  }

  void add(int type, int start) {
    if (size == types.length) {
      types = Arrays.copyOf(types, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
    }
    types[size] = (short) type;
    starts[size++] = start;
  }

  /** Gives the room back and keeps what is needed. */
  void trim(CSharpScratch scratch) {
    scratch.types = types;
    scratch.starts = starts;
    types = Arrays.copyOf(types, size);
    starts = Arrays.copyOf(starts, size);
  }

  public int size() {
    return size;
  }

  /** What the lexer saw: not what the filter made of it. */
  public int type(int place) {
    return types[place];
  }

  public int start(int place) {
    return starts[place];
  }

  public int end(int place) {
    return starts[Math.min(place + 1, size - 1)];
  }

  /** Makes a token and those directly behind it one. */
  void join(int place, int more, int type) {
    types[place] = (short) type;
    int from = place + 1 + more;
    System.arraycopy(types, from, types, place + 1, size - from);
    System.arraycopy(starts, from, starts, place + 1, size - from);
    size -= more;
  }
}
