package dev.migrator.discover;

import dev.migrator.model.project.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Condition} of MSBuild: comparisons, {@code and}, {@code or}, {@code !}, brackets, {@code
 * Exists} and {@code HasTrailingSlash}. What it does not know or cannot read is UNKNOWN.
 */
final class Condition {
  private final List<String> tokens = new ArrayList<>();
  private final PropertyExpression expression;
  private final Function<String, Truth> exists;
  private int next;

  private Condition(PropertyExpression expression, Function<String, Truth> exists) {
    this.expression = expression;
    this.exists = exists;
  }

  /**
   * What the condition amounts to.
   *
   * @param exists whether a file or folder is there
   */
  static Truth evaluate(
      @Nullable String text, PropertyExpression expression, Function<String, Truth> exists) {
    if (text == null || text.isBlank()) {
      return Truth.TRUE;
    }
    Condition condition = new Condition(expression, exists);
    if (!condition.tokenize(text)) {
      return Truth.UNKNOWN;
    }
    Truth truth = condition.or();
    return condition.next == condition.tokens.size() ? truth : Truth.UNKNOWN;
  }

  private boolean tokenize(String text) {
    int at = 0;
    while (at >= 0 && at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = closingQuote(text, at);
      } else if ("=!<>".indexOf(c) >= 0 && end < text.length() && text.charAt(end) == '=') {
        end++;
      } else if (!Character.isWhitespace(c) && "!<>()".indexOf(c) < 0) {
        end = endOfWord(text, at);
      }
      if (end > at && !Character.isWhitespace(c)) {
        tokens.add(text.substring(at, end));
      }
      at = end;
    }
    return at >= 0;
  }

  /** Behind the closing quote; quotes within {@code $(...)} do not count. */
  private static int closingQuote(String text, int open) {
    int i = open + 1;
    while (i > 0 && i < text.length() && text.charAt(i) != '\'') {
      i = skipReference(text, i) + 1;
    }
    return i > 0 && i < text.length() ? i + 1 : -1;
  }

  private static int endOfWord(String text, int start) {
    int i = start;
    while (i < text.length() && !isEndOfWord(text.charAt(i))) {
      int last = skipReference(text, i);
      if (last < 0) {
        return -1;
      }
      i = last + 1;
    }
    return Math.max(i, start + 1);
  }

  private static boolean isEndOfWord(char c) {
    return Character.isWhitespace(c) || "'()=!<>".indexOf(c) >= 0;
  }

  /** The last character of {@code $(...)} that starts here, or the character itself. */
  private static int skipReference(String text, int at) {
    return text.startsWith("$(", at) ? PropertyExpression.closing(text, at + 1) : at;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private boolean skip(String token) {
    boolean isThere = peek().equalsIgnoreCase(token);
    next += isThere ? 1 : 0;
    return isThere;
  }

  private Truth or() {
    Truth truth = and();
    while (skip("or")) {
      truth = truth.or(and());
    }
    return truth;
  }

  private Truth and() {
    Truth truth = not();
    while (skip("and")) {
      truth = truth.and(not());
    }
    return truth;
  }

  private Truth not() {
    if (skip("!")) {
      return not().not();
    }
    if (skip("(")) {
      Truth truth = or();
      return skip(")") ? truth : Truth.UNKNOWN;
    }
    return comparison();
  }

  private Truth comparison() {
    if (next >= tokens.size()) {
      return Truth.UNKNOWN;
    }
    String first = tokens.get(next++);
    if (peek().equals("(")) {
      return call(first);
    }
    String left = operand(first);
    String operator = peek();
    if (!List.of("==", "!=", "<", ">", "<=", ">=").contains(operator)) {
      return bool(left);
    }
    next++;
    if (next >= tokens.size()) {
      return Truth.UNKNOWN;
    }
    String right = operand(tokens.get(next++));
    return left == null || right == null ? Truth.UNKNOWN : compare(left, operator, right);
  }

  private Truth call(String function) {
    next++;
    String argument = next < tokens.size() ? operand(tokens.get(next++)) : null;
    if (!skip(")") || argument == null) {
      return Truth.UNKNOWN;
    }
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "exists" -> exists.apply(argument);
      case "hastrailingslash" -> Truth.of(argument.endsWith("/") || argument.endsWith("\\"));
      default -> Truth.UNKNOWN;
    };
  }

  private @Nullable String operand(String token) {
    boolean isQuoted = token.startsWith("'") && token.length() > 1;
    return expression.expand(isQuoted ? token.substring(1, token.length() - 1) : token);
  }

  private static Truth bool(@Nullable String text) {
    if (text == null) {
      return Truth.UNKNOWN;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "!false", "!off", "!no" -> Truth.TRUE;
      case "false", "off", "no", "!true", "!on", "!yes" -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth compare(String left, String operator, String right) {
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> equal(left, right).not();
      default -> order(left, operator, right);
    };
  }

  private static Truth equal(String left, String right) {
    if (left.equalsIgnoreCase(right)) {
      return Truth.TRUE;
    }
    Truth one = bool(left);
    boolean areBooleans = one != Truth.UNKNOWN && bool(right) != Truth.UNKNOWN;
    return Truth.of(areBooleans && one == bool(right) || areEqualNumbers(left, right));
  }

  private static boolean areEqualNumbers(String left, String right) {
    Double one = number(left);
    return one != null && one.equals(number(right));
  }

  private static Truth order(String left, String operator, String right) {
    Double one = number(left.strip());
    Double other = number(right.strip());
    Integer order =
        one != null && other != null
            ? Integer.valueOf(one.compareTo(other))
            : versionOrder(left.strip(), right.strip());
    if (order == null) {
      return Truth.UNKNOWN;
    }
    return switch (operator) {
      case "<" -> Truth.of(order < 0);
      case ">" -> Truth.of(order > 0);
      case "<=" -> Truth.of(order <= 0);
      default -> Truth.of(order >= 0);
    };
  }

  /**
   * Compares 10.0.1 and 9.0.1 part by part; null where one is no version. Two numbers never come
   * here: MSBuild compares 1.10 and 1.9 as numbers, so that 1.9 is the greater one.
   */
  private static @Nullable Integer versionOrder(String left, String right) {
    if (!left.matches("\\d{1,9}(\\.\\d{1,9})*") || !right.matches("\\d{1,9}(\\.\\d{1,9})*")) {
      return null;
    }
    String[] ours = left.split("\\.");
    String[] theirs = right.split("\\.");
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      int one = i < ours.length ? Integer.parseInt(ours[i]) : 0;
      int other = i < theirs.length ? Integer.parseInt(theirs[i]) : 0;
      if (one != other) {
        return Integer.compare(one, other);
      }
    }
    return 0;
  }

  private static @Nullable Double number(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? Double.valueOf(text) : null;
  }
}
