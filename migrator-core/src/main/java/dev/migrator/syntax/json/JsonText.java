package dev.migrator.syntax.json;

/** Strings as they are written in JSON and what they mean. */
final class JsonText {
  private JsonText() {}

  /** What a string with its quotes means: {@code "a\tb"} is three characters. */
  static String decode(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c != '\\' || i + 1 == inner.length()) {
        decoded.append(c);
        continue;
      }
      char escaped = inner.charAt(++i);
      if (escaped == 'u' && isHex(inner, i + 1)) {
        decoded.append((char) Integer.parseInt(inner.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        decoded.append(escape(escaped));
      }
    }
    return decoded.toString();
  }

  private static boolean isHex(String text, int start) {
    if (start + 4 > text.length()) {
      return false;
    }
    return text.substring(start, start + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static char escape(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }

  /** The text between double quotes. */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> encoded.append('\\').append(c);
        case '\n' -> encoded.append("\\n");
        case '\r' -> encoded.append("\\r");
        case '\t' -> encoded.append("\\t");
        default -> encoded.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return encoded.append('"').toString();
  }
}
