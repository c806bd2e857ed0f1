package dev.migrator.syntax.csharp;

/** Lexical forms of C# text and what they mean. */
final class CSharpText {
  private CSharpText() {}

  /** {@code @class} to {@code class}; escapes decoded. */
  static String identifier(String text) {
    String bare = text.startsWith("@") ? text.substring(1) : text;
    if (bare.indexOf('\\') < 0) {
      return bare;
    }
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      int digits = c != '\\' || i + 1 == bare.length() ? 0 : bare.charAt(i + 1) == 'U' ? 8 : 4;
      if (digits == 0 || i + 2 + digits > bare.length()) {
        decoded.append(c);
        continue;
      }
      decoded.appendCodePoint(Integer.parseInt(bare.substring(i + 2, i + 2 + digits), 16));
      i += 1 + digits;
    }
    return decoded.toString();
  }
}
