package dev.migrator.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with {@code $(Name)} in it. Knows properties, the text methods that conditions use, and the
 * functions that look for files above; anything else makes the whole text unknown, which is null.
 */
final class PropertyExpression {
  private static final Pattern STATIC_CALL =
      Pattern.compile(
          "\\[(?<type>[\\w.]+)\\]::(?<name>\\w+)\\((?<arguments>.*)\\)", Pattern.DOTALL);
  private static final Pattern METHOD_CALL =
      Pattern.compile("\\.(?<name>\\w+)\\((?<arguments>[^()]*)\\)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w-]*");

  private final PropertyScope scope;
  private final RepositoryFiles files;

  PropertyExpression(PropertyScope scope, RepositoryFiles files) {
    this.scope = scope;
    this.files = files;
  }

  @Nullable String expand(String text) {
    if (text.contains("@(") || text.contains("%(")) {
      return null;
    }
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("$("); start >= 0; start = text.indexOf("$(", at)) {
      int end = closing(text, start + 1);
      String value = end < 0 ? null : evaluate(text.substring(start + 2, end).strip());
      if (value == null) {
        return null;
      }
      expanded.append(text, at, start).append(value);
      at = end + 1;
    }
    return expanded.append(text, at, text.length()).toString();
  }

  /** The bracket that closes the one at the offset, brackets in quotes not counted. */
  static int closing(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable String evaluate(String inner) {
    Matcher call = STATIC_CALL.matcher(inner);
    if (call.matches()) {
      List<String> arguments = arguments(call.group("arguments"));
      return arguments == null
          ? null
          : function(call.group("type") + "." + call.group("name"), arguments);
    }
    Matcher name = NAME.matcher(inner);
    return name.lookingAt() ? methods(scope.get(name.group()), inner.substring(name.end())) : null;
  }

  private @Nullable List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    for (String raw : split(text)) {
      String argument = raw.strip();
      boolean isQuoted =
          argument.length() > 1
              && "'\"`".indexOf(argument.charAt(0)) >= 0
              && argument.charAt(argument.length() - 1) == argument.charAt(0);
      String value = expand(isQuoted ? argument.substring(1, argument.length() - 1) : argument);
      if (value == null) {
        return null;
      }
      arguments.add(value);
    }
    return arguments;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private @Nullable String function(String name, List<String> arguments) {
    return switch (name) {
      case "MSBuild.GetPathOfFileAbove" -> pathOfFileAbove(arguments);
      case "MSBuild.GetDirectoryNameOfFileAbove" ->
          arguments.size() == 2 ? directoryOfFileAbove(arguments.get(0), arguments.get(1)) : null;
      case "MSBuild.ValueOrDefault" ->
          arguments.size() == 2 ? arguments.get(arguments.get(0).isEmpty() ? 1 : 0) : null;
      case "MSBuild.EnsureTrailingSlash" ->
          arguments.size() == 1 ? arguments.get(0).replaceFirst("[/\\\\]?$", "/") : null;
      case "MSBuild.NormalizePath", "MSBuild.NormalizeDirectory", "System.IO.Path.Combine" ->
          String.join("/", arguments) + (name.endsWith("Directory") ? "/" : "");
      default -> null;
    };
  }

  private @Nullable String pathOfFileAbove(List<String> arguments) {
    String from = arguments.size() == 2 ? arguments.get(1) : scope.get("MSBuildThisFileDirectory");
    String directory = from == null ? null : RepositoryPath.resolve("", from);
    return directory == null
        ? ""
        : files.above(directory, arguments.get(0)).map(path -> "/" + path).orElse("");
  }

  private String directoryOfFileAbove(String from, String name) {
    String directory = RepositoryPath.resolve("", from);
    return directory == null
        ? ""
        : files.above(directory, name).map(p -> "/" + RepositoryPath.directory(p)).orElse("");
  }

  private @Nullable String methods(@Nullable String start, String calls) {
    String value = start;
    Matcher call = METHOD_CALL.matcher(calls);
    int at = 0;
    while (value != null && at < calls.length()) {
      if (!call.find(at) || call.start() != at) {
        return null;
      }
      List<String> arguments = arguments(call.group("arguments"));
      value = arguments == null ? null : method(value, call.group("name"), arguments);
      at = call.end();
    }
    return value;
  }

  private static @Nullable String method(String value, String name, List<String> arguments) {
    String argument = arguments.get(0);
    return switch (name) {
      case "Contains" -> claim(value.contains(argument));
      case "StartsWith" -> claim(value.startsWith(argument));
      case "EndsWith" -> claim(value.endsWith(argument));
      case "Equals" -> claim(value.equals(argument));
      case "Replace" -> arguments.size() == 2 ? value.replace(argument, arguments.get(1)) : null;
      case "ToLower", "ToLowerInvariant" -> value.toLowerCase(Locale.ROOT);
      case "ToUpper", "ToUpperInvariant" -> value.toUpperCase(Locale.ROOT);
      case "Trim" -> argument.isEmpty() ? value.strip() : null;
      default -> null;
    };
  }

  private static String claim(boolean value) {
    return value ? "True" : "False";
  }
}
