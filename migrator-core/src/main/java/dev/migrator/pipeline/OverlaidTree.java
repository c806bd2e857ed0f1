package dev.migrator.pipeline;

import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.util.Map;
import java.util.TreeMap;

/** A tree with some files of the work tree that git does not track. */
final class OverlaidTree {
  private OverlaidTree() {}

  static FileTree of(FileTree base, Map<String, byte[]> files) {
    Map<String, FileChange> changes = new TreeMap<>();
    files.forEach((path, bytes) -> changes.put(path, FileChange.write(bytes)));
    return EditedTree.of(base, changes);
  }
}
