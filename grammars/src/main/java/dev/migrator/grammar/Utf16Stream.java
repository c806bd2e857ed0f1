package dev.migrator.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** Text as UTF-16 units, so places of tokens are offsets of the string. */
public final class Utf16Stream implements CharStream {
  private final String text;
  private int at;

  public Utf16Stream(String text) {
    this.text = text;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public void consume() {
    if (at < text.length()) {
      at++;
    }
  }

  @Override
  public int LA(int k) {
    int place = k < 0 ? at + k : at + k - 1;
    return place < 0 || place >= text.length() ? IntStream.EOF : text.charAt(place);
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int place) {
    at = Math.min(place, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }
}
