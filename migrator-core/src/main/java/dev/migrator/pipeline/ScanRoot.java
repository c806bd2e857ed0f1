package dev.migrator.pipeline;

import dev.migrator.git.RepositoryFinder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One repository or plain folder of a scan.
 *
 * @param name as in reports: what the user named, or a folder below it
 * @param path where it is
 */
record ScanRoot(String name, Path path) {

  static ScanRoot of(Path path) {
    return new ScanRoot(path.toString().replace(File.separatorChar, '/'), path);
  }

  /**
   * What is to be read of a folder that is no part of a repository: the repositories below it and
   * the folders beside them, or the folder itself where there is no repository below.
   */
  static List<ScanRoot> below(Path folder) throws IOException {
    List<ScanRoot> roots = new ArrayList<>();
    collect(folder, RepositoryFinder.below(folder), roots);
    return roots;
  }

  private static void collect(Path folder, SortedSet<Path> repositories, List<ScanRoot> roots)
      throws IOException {
    if (repositories.contains(folder)
        || repositories.stream().noneMatch(r -> r.startsWith(folder))) {
      roots.add(of(folder));
      return;
    }
    SortedSet<Path> children = new TreeSet<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(entry -> Files.isDirectory(entry)).forEach(children::add);
    }
    for (Path child : children) {
      collect(child, repositories, roots);
    }
  }
}
