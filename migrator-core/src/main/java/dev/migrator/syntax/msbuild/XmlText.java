package dev.migrator.syntax.msbuild;

/** Text as it is written in XML and what it means. */
final class XmlText {
  private XmlText() {}

  /** Resolves entity and character references; a name that XML does not define stays as it is. */
  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? text.indexOf(';', i) : -1;
      if (end < 0) {
        decoded.append(text.charAt(i++));
      } else {
        decoded.append(reference(text.substring(i, end + 1)));
        i = end + 1;
      }
    }
    return decoded.toString();
  }

  private static String reference(String reference) {
    String name = reference.substring(1, reference.length() - 1);
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> name.startsWith("#") ? character(reference, name) : reference;
    };
  }

  private static String character(String reference, String name) {
    boolean isHex = name.startsWith("#x");
    try {
      int codePoint = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
      return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : reference;
    } catch (NumberFormatException e) {
      return reference;
    }
  }

  /** The text inside of {@code <![CDATA[...]]>}. */
  static String cdata(String section) {
    return section.substring("<![CDATA[".length(), section.length() - "]]>".length());
  }

  static String encodeText(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  static String encodeAttribute(String value, char quote) {
    String encoded = encodeText(value);
    return quote == '"' ? encoded.replace("\"", "&quot;") : encoded.replace("'", "&apos;");
  }
}
