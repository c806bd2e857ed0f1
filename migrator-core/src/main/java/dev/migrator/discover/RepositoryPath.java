package dev.migrator.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Paths as MSBuild files write them and as the tool does: relative to the repository, with {@code
 * /}. A path that starts with {@code /} counts from the root of the repository, as {@code
 * $(MSBuildProjectDirectory)} and its kind give it here.
 */
final class RepositoryPath {
  private RepositoryPath() {}

  /** The path from the root of the repository; null where it leaves the repository. */
  static @Nullable String resolve(String directory, String written) {
    String path = written.strip().replace('\\', '/');
    if (path.length() > 1 && path.charAt(1) == ':') {
      return null;
    }
    String joined = path.startsWith("/") ? path : directory + "/" + path;
    List<String> parts = new ArrayList<>();
    for (String part : joined.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** The path as a file of the folder names it. */
  static String from(String directory, String path) {
    String up = "";
    String at = directory;
    while (!isBelow(path, at)) {
      up += "../";
      at = directory(at);
    }
    return up + (at.isEmpty() ? path : path.substring(at.length() + 1));
  }

  /** The folder, without slash at its end; empty for the root. */
  static String directory(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot);
  }

  static String nameWithoutExtension(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static String child(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  static boolean isBelow(String path, String directory) {
    return directory.isEmpty() || path.startsWith(directory + "/");
  }

  /** What is found first under a name in a folder or one above it, up to the root. */
  static Optional<String> above(
      String directory, String name, Function<String, Optional<String>> find) {
    String at = directory;
    while (true) {
      Optional<String> found = find.apply(child(at, name));
      if (found.isPresent() || at.isEmpty()) {
        return found;
      }
      at = directory(at);
    }
  }
}
