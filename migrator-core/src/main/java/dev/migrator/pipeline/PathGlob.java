package dev.migrator.pipeline;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Globs over repository paths: {@code src/*}{@code /Api.csproj}, or a part of the file name. */
final class PathGlob {
  private PathGlob() {}

  static boolean matches(String glob, String path) {
    Path candidate = Path.of(path);
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(candidate)
        || FileSystems.getDefault()
            .getPathMatcher("glob:" + glob)
            .matches(Path.of(String.valueOf(candidate.getFileName())));
  }
}
