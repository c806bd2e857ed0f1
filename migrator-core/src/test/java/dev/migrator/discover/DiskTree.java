package dev.migrator.discover;

import dev.migrator.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a folder as they are on disk. */
final class DiskTree implements FileTree {
  private final Path root;
  private final SortedSet<String> paths;

  DiskTree(Path root) throws IOException {
    this.root = root;
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> found.add(root.relativize(file).toString().replace('\\', '/')));
    }
    this.paths = Collections.unmodifiableSortedSet(found);
  }

  @Override
  public SortedSet<String> paths() {
    return paths;
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return paths.contains(path)
          ? Optional.of(Files.readAllBytes(root.resolve(path)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
