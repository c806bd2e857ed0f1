package dev.migrator.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the SDK derives from a target framework: its family and the symbols for {@code #if}. */
final class TargetFrameworks {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<family>netcoreapp|netstandard|net)(?<version>\\d{1,2}\\.\\d{1,2}|\\d{2,3})(?:-(?<platform>[a-z]+).*)?");
  private static final List<String> CORE = List.of("1.0", "1.1", "2.0", "2.1", "2.2", "3.0", "3.1");
  private static final List<String> STANDARD =
      List.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1");
  private static final List<String> FRAMEWORK =
      List.of(
          "20", "35", "40", "45", "451", "452", "46", "461", "462", "47", "471", "472", "48",
          "481");
  private static final int FIRST_NET = 5;

  private TargetFrameworks() {}

  /** {@code .NETCoreApp}, {@code .NETStandard} or {@code .NETFramework}; empty where unclear. */
  static String identifier(String name) {
    Matcher matcher = NAME.matcher(plain(name));
    if (!matcher.matches()) {
      return "";
    }
    return switch (matcher.group("family")) {
      case "netcoreapp" -> ".NETCoreApp";
      case "netstandard" -> ".NETStandard";
      default -> matcher.group("version").contains(".") ? ".NETCoreApp" : ".NETFramework";
    };
  }

  /** {@code net60} means {@code net6.0}; there never was a .NET Framework of that number. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^net([5-9])0(?!\\d)", "net$1.0");
  }

  /** {@code v8.0} of {@code net8.0}; empty where unclear. */
  static String version(String name) {
    Matcher matcher = NAME.matcher(plain(name));
    if (!matcher.matches()) {
      return "";
    }
    String version = matcher.group("version");
    return "v" + (version.contains(".") ? version : String.join(".", version.split("")));
  }

  /** {@code net472} of {@code v4.7.2}, as old-style projects write it. */
  static String ofOldStyle(String targetFrameworkVersion) {
    return "net" + targetFrameworkVersion.replaceAll("[v.]", "");
  }

  /** The symbols that the SDK defines for a target framework. */
  static List<String> symbols(String name) {
    Matcher matcher = NAME.matcher(plain(name));
    if (!matcher.matches()) {
      return List.of();
    }
    List<String> symbols = new ArrayList<>();
    String version = matcher.group("version");
    switch (identifier(name)) {
      case ".NETStandard" -> {
        symbols.addAll(List.of("NETSTANDARD", symbol("NETSTANDARD", version)));
        upTo(STANDARD, version).forEach(v -> symbols.add(orGreater("NETSTANDARD", v)));
      }
      case ".NETFramework" -> {
        symbols.addAll(List.of("NETFRAMEWORK", "NET" + version));
        upTo(FRAMEWORK, version).forEach(v -> symbols.add(orGreater("NET", v)));
      }
      default -> core(symbols, version);
    }
    String platform = matcher.group("platform");
    if (platform != null) {
      symbols.add(platform.toUpperCase(Locale.ROOT));
    }
    return symbols;
  }

  private static void core(List<String> symbols, String version) {
    symbols.add("NETCOREAPP");
    int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
    if (major < FIRST_NET) {
      symbols.add(symbol("NETCOREAPP", version));
      upTo(CORE, version).forEach(v -> symbols.add(orGreater("NETCOREAPP", v)));
      return;
    }
    symbols.addAll(List.of("NET", symbol("NET", version)));
    for (int i = FIRST_NET; i <= major; i++) {
      symbols.add(orGreater("NET", i + ".0"));
    }
    CORE.forEach(v -> symbols.add(orGreater("NETCOREAPP", v)));
  }

  private static Stream<String> upTo(List<String> versions, String last) {
    return versions.stream().limit(versions.indexOf(last) + 1L);
  }

  private static String symbol(String family, String version) {
    return family + version.replace('.', '_');
  }

  private static String orGreater(String family, String version) {
    return symbol(family, version) + "_OR_GREATER";
  }
}
