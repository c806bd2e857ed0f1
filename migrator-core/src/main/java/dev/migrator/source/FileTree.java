package dev.migrator.source;

import java.util.Optional;
import java.util.SortedSet;

/**
 * The files of a repository or folder as they were when the tool looked: an unchanging snapshot.
 */
public interface FileTree {
  /** All files, relative to the root, with {@code /}, sorted. */
  SortedSet<String> paths();

  /** The bytes of a file; empty where there is no such file. Callers do not change the array. */
  Optional<byte[]> read(String path);
}
