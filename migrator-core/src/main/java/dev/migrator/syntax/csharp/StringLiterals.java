package dev.migrator.syntax.csharp;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the text of a string literal means. */
final class StringLiterals {
  private StringLiterals() {}

  /** The value of a regular, verbatim or raw string, with or without the suffix {@code u8}. */
  static String value(String literal) {
    String text =
        literal.endsWith("u8") || literal.endsWith("U8")
            ? literal.substring(0, literal.length() - 2)
            : literal;
    if (text.startsWith("@")) {
      return text.substring(2, text.length() - 1).replace("\"\"", "\"");
    }
    return text.startsWith("\"\"\"") ? raw(text) : regular(text.substring(1, text.length() - 1));
  }

  private static String raw(String text) {
    int quotes = 0;
    while (text.charAt(quotes) == '"') {
      quotes++;
    }
    String inside = text.substring(quotes, Math.max(quotes, text.length() - quotes));
    int first = inside.indexOf('\n');
    int last = inside.lastIndexOf('\n');
    if (first < 0) {
      return inside;
    }
    String indentation = inside.substring(last + 1);
    String content = inside.substring(first + 1, Math.max(first + 1, last));
    if (content.endsWith("\r")) {
      content = content.substring(0, content.length() - 1);
    }
    return Stream.of(content.split("\n", -1))
        .map(line -> line.startsWith(indentation) ? line.substring(indentation.length()) : line)
        .collect(Collectors.joining("\n"));
  }

  private static String regular(String text) {
    StringBuilder value = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != '\\' || i + 1 == text.length()) {
        value.append(text.charAt(i));
      } else {
        i = escape(text, i + 1, value);
      }
      i++;
    }
    return value.toString();
  }

  /** Appends what an escape stands for; returns the place of its last character. */
  private static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    int simple = "0abefnrtv".indexOf(c);
    if (simple >= 0) {
      value.append("\0\u0007\b\u001B\f\n\r\t\u000B".charAt(simple));
      return at;
    }
    int most = c == 'u' || c == 'x' ? 4 : c == 'U' ? 8 : 0;
    int end = at + 1;
    while (end < text.length() && end - at <= most && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (most == 0 || end == at + 1) {
      value.append(c);
      return at;
    }
    int point = Integer.parseUnsignedInt(text.substring(at + 1, end), 16);
    if (Character.isValidCodePoint(point)) {
      value.appendCodePoint(point);
    }
    return end - 1;
  }
}
