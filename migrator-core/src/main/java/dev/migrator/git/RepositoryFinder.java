package dev.migrator.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds work trees of git below a folder; what lies within one is not looked at. */
public final class RepositoryFinder {
  private RepositoryFinder() {}

  /** Links are not followed; folders that may not be read are passed over. */
  public static SortedSet<Path> below(Path folder) throws IOException {
    SortedSet<Path> found = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            if (!at.equals(folder) && DirectoryTree.isLeftOut(at)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(at.resolve(".git"))) {
              found.add(at);
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
