package dev.migrator.rule.function;

/**
 * C# of an address, piece by piece: one interpolated string as long as nothing must be escaped;
 * used once.
 */
final class AddressText {
  private final StringBuilder text = new StringBuilder("$\"");
  private boolean isOpen = true;
  private boolean isInterpolated = true;

  AddressText(String start) {
    text.append(start);
  }

  void literal(String literal) {
    if (!isOpen && !literal.isEmpty()) {
      text.append(" + \"");
      isOpen = true;
      isInterpolated = false;
    }
    text.append(literal);
  }

  /** A value whose text needs no escaping stands in the string itself. */
  void value(String expression, boolean isSafe) {
    if (isSafe && isOpen && isInterpolated) {
      text.append('{').append(expression).append('}');
      return;
    }
    text.append(isOpen ? "\"" : "");
    text.append(" + Uri.EscapeDataString($\"{").append(expression).append("}\")");
    isOpen = false;
  }

  String finished() {
    return isOpen ? text + "\"" : text.toString();
  }
}
