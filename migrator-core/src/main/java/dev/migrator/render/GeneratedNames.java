package dev.migrator.render;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simple names by which {@code InProcessCompatibility.cs} and {@code Program.cs} mean types,
 * whatever parts are written: rather one too many than one too few.
 */
public final class GeneratedNames {
  private static final Pattern INCLUDE = Pattern.compile("<#include \"([^\"]+)\">");
  private static final Pattern NOT_CODE =
      Pattern.compile("(?m)^\\s*(?:<[#/]|#).*$|\\[=[^\\]]*\\]|//.*$|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** A name that is no member of another, no argument and no property. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<intro>\\bnew\\s+|\\[)|(?<![\\w.@:]))(?<name>[A-Z]\\w*)(?!\\w)"
              + "(?!\\s*(?:\\{ get|=[^=]))(?<call>\\s*\\()?");

  private static final SortedSet<String> ALL = read();

  private GeneratedNames() {}

  /** Sorted. */
  public static Set<String> all() {
    return ALL;
  }

  private static SortedSet<String> read() {
    SortedSet<String> names = new TreeSet<>();
    collect("InProcessCompatibility.cs.ftl", names);
    collect("Program.cs.ftl", names);
    return Collections.unmodifiableSortedSet(names);
  }

  /** Names in includes are relative to the folder of the template. */
  private static void collect(String path, Set<String> names) {
    String template = Templates.source(path);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    Matcher include = INCLUDE.matcher(template);
    while (include.find()) {
      collect(folder + include.group(1), names);
    }
    Matcher name = NAME.matcher(NOT_CODE.matcher(template).replaceAll(" "));
    while (name.find()) {
      if (name.group("intro") != null || name.group("call") == null) {
        names.add(name.group("name"));
      }
    }
  }
}
