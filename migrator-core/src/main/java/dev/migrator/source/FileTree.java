package dev.migrator.source;

import java.io.UncheckedIOException;
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

  /**
   * The text of a file; empty where there is no such file.
   *
   * @throws UnreadableSourceException when its bytes are no text, or may not be read
   */
  default Optional<SourceFile> source(String path) throws UnreadableSourceException {
    Optional<byte[]> bytes;
    try {
      bytes = read(path);
    } catch (UncheckedIOException e) {
      throw new UnreadableSourceException(path, "cannot be read: " + e.getMessage(), e);
    }
    return bytes.isPresent()
        ? Optional.of(SourceFile.ofBytes(path, bytes.get()))
        : Optional.empty();
  }
}
