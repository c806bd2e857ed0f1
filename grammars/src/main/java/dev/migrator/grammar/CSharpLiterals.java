package dev.migrator.grammar;

import dev.migrator.grammar.CSharpLexerBase.Problem;
import java.util.List;

/** Mistakes inside of literals: escapes, characters, the lines of raw strings. */
final class CSharpLiterals {
  private CSharpLiterals() {}

  /** Adds the problems of a token; tokens that are no literals have none. */
  static void check(int type, String text, int start, int end, List<Problem> problems) {
    switch (type) {
      case CSharpLexer.STRING -> {
        if (text.charAt(start) == '"') {
          escapes(text, start + 1, end, problems);
        }
      }
      case CSharpLexer.CHARACTER -> {
        escapes(text, start + 1, end - 1, problems);
        if (!isOneCharacter(text, start + 1, end - 1)) {
          problems.add(new Problem(start, end, "a literal of one character is expected"));
        }
      }
      case CSharpLexer.RAW_STRING -> rawString(text, start, end, problems);
      default -> {}
    }
  }

  private static void escapes(String text, int start, int end, List<Problem> problems) {
    int i = start;
    while (i + 1 < end) {
      if (text.charAt(i) != '\\') {
        i++;
        continue;
      }
      int length = escapeLength(text, i, end);
      if (length == 0) {
        problems.add(new Problem(i, i + 2, "an escape that does not exist"));
      }
      i += Math.max(2, length);
    }
  }

  /** Characters of the escape at a backslash; 0 where there is no such escape. */
  private static int escapeLength(String text, int at, int end) {
    return switch (text.charAt(at + 1)) {
      case '\'', '"', '\\', '0', 'a', 'b', 'e', 'f', 'n', 'r', 't', 'v' -> 2;
      case 'x' -> digits(text, at + 2, end, 4) > 0 ? 2 + digits(text, at + 2, end, 4) : 0;
      case 'u' -> digits(text, at + 2, end, 4) == 4 ? 6 : 0;
      case 'U' -> digits(text, at + 2, end, 8) == 8 && isCodePoint(text, at + 2) ? 10 : 0;
      default -> 0;
    };
  }

  private static int digits(String text, int start, int end, int most) {
    int count = 0;
    while (count < most
        && start + count < end
        && Character.digit(text.charAt(start + count), 16) >= 0) {
      count++;
    }
    return count;
  }

  private static boolean isCodePoint(String text, int start) {
    return Long.parseLong(text, start, start + 8, 16) <= Character.MAX_CODE_POINT;
  }

  private static boolean isOneCharacter(String text, int start, int end) {
    if (end - start == 1) {
      return true;
    }
    return start < end
            && text.charAt(start) == '\\'
            && escapeLength(text, start, end) == end - start
        || start < end && text.charAt(start) == '\\' && escapeLength(text, start, end) == 0;
  }

  /** Text of several lines begins behind the first line and is indented as the closing quotes. */
  private static void rawString(String text, int start, int end, List<Problem> problems) {
    int open = start;
    while (open < end && text.charAt(open) == '"') {
      open++;
    }
    int close = text.lastIndexOf('"', end - 1) + 1;
    int first = lineEnd(text, open, close);
    if (first == close) {
      return;
    }
    if (!text.substring(open, first).isBlank()) {
      problems.add(new Problem(open, first, "text behind the quotes of a raw string of lines"));
      return;
    }
    int quotes = close - (open - start);
    int last = lineStart(text, open, quotes);
    String indent = text.substring(last, Math.max(last, quotes));
    if (!indent.isBlank()) {
      problems.add(new Problem(last, quotes, "text before the closing quotes of a raw string"));
      return;
    }
    int line = nextLine(text, first);
    while (line < last) {
      int stop = lineEnd(text, line, last);
      if (!text.startsWith(indent, line) && !text.substring(line, stop).isBlank()) {
        problems.add(new Problem(line, stop, "a line of a raw string with too little indentation"));
      }
      line = nextLine(text, stop);
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static int lineEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && !isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int nextLine(String text, int lineEnd) {
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }

  private static int lineStart(String text, int limit, int from) {
    int i = from;
    while (i > limit && !isLineEnd(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
