package dev.migrator.rule.project;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of systems to build for. From .NET 8 on the SDK knows no versions and distributions any
 * more (NETSDK1083, <a
 * href="https://learn.microsoft.com/dotnet/core/compatibility/sdk/8.0/rid-graph">RID graph</a>).
 */
final class RuntimeIdentifiers {
  /** The properties that hold them. */
  static final List<String> PROPERTIES = List.of("RuntimeIdentifier", "RuntimeIdentifiers");

  private static final Map<Pattern, String> PORTABLE =
      Map.of(
          Pattern.compile("win(?:7|8|81|10)(-.+)?"), "win",
          Pattern.compile("osx\\.\\d+(?:\\.\\d+)*(-.+)?"), "osx",
          Pattern.compile("alpine(?:\\.\\d+(?:\\.\\d+)*)?(-.+)?"), "linux-musl",
          Pattern.compile(
                  "(?:centos|debian|fedora|linuxmint|ol|opensuse|rhel|sles|ubuntu)"
                      + "(?:\\.\\d+(?:\\.\\d+)*)?(-.+)?"),
              "linux");

  private RuntimeIdentifiers() {}

  /**
   * The value of one of the properties with a name that the SDK knows for each that it does not.
   */
  static String portable(String value) {
    return Arrays.stream(value.split(";", -1))
        .map(RuntimeIdentifiers::portableOne)
        .collect(Collectors.joining(";"));
  }

  private static String portableOne(String identifier) {
    return PORTABLE.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey().matcher(identifier.trim()), entry.getValue()))
        .filter(entry -> entry.getKey().matches())
        .map(entry -> entry.getValue() + rest(entry.getKey()))
        .findFirst()
        .orElse(identifier);
  }

  private static String rest(Matcher matcher) {
    String rest = matcher.group(1);
    return rest == null ? "" : rest;
  }
}
