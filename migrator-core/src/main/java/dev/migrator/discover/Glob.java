package dev.migrator.discover;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of an item, such as {@code ..\Shared\**\*.cs}, seen from a folder. As in MSBuild,
 * {@code *.*} matches names without a dot, and case does not matter.
 *
 * @param directory below which all matches lie
 * @param pattern for whole paths
 */
record Glob(String directory, Pattern pattern) {

  /** Null where the pattern leaves the repository. */
  static @Nullable Glob of(String base, String written) {
    String text = written.strip().replace('\\', '/');
    int wildcard = firstWildcard(text);
    int slash = text.lastIndexOf('/', wildcard < 0 ? text.length() : wildcard);
    String fixed = slash < 0 ? "" : text.substring(0, slash + 1);
    String directory = RepositoryPath.resolve(base, fixed.isEmpty() ? "." : fixed);
    if (directory == null) {
      return null;
    }
    String prefix = directory.isEmpty() ? "" : Pattern.quote(directory + "/");
    String regex = prefix + regex(text.substring(slash + 1));
    return new Glob(
        directory, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  static boolean isGlob(String text) {
    return firstWildcard(text) >= 0;
  }

  private static int firstWildcard(String text) {
    int star = text.indexOf('*');
    int question = text.indexOf('?');
    return star < 0 ? question : question < 0 ? star : Math.min(star, question);
  }

  private static String regex(String text) {
    StringBuilder regex = new StringBuilder();
    String[] parts = text.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isLast = i + 1 == parts.length;
      if (parts[i].equals("**")) {
        regex.append(isLast ? ".*" : "(?:.*/)?");
      } else if (!parts[i].isEmpty()) {
        segment(regex, parts[i]);
        regex.append(isLast ? "" : "/");
      }
    }
    return regex.toString();
  }

  private static void segment(StringBuilder regex, String part) {
    if (part.equals("*.*")) {
      regex.append("[^/]*");
      return;
    }
    part.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append("[^/]*");
                case '?' -> regex.append("[^/]");
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }
}
