package dev.migrator.source;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree as it is after some changes; everything else is the base. */
public final class EditedTree implements FileTree {
  private final FileTree base;
  private final SortedMap<String, FileChange> changes;
  private final SortedSet<String> paths;

  private EditedTree(
      FileTree base, SortedMap<String, FileChange> changes, SortedSet<String> paths) {
    this.base = base;
    this.changes = changes;
    this.paths = paths;
  }

  public static EditedTree of(FileTree base, Map<String, FileChange> changes) {
    SortedSet<String> paths = new TreeSet<>(base.paths());
    changes.forEach(
        (path, change) -> {
          if (change.isDeletion()) {
            paths.remove(path);
          } else {
            paths.add(path);
          }
        });
    return new EditedTree(
        base,
        Collections.unmodifiableSortedMap(new TreeMap<>(changes)),
        Collections.unmodifiableSortedSet(paths));
  }

  public FileTree base() {
    return base;
  }

  /** The changes, by path, sorted. */
  public SortedMap<String, FileChange> changes() {
    return changes;
  }

  @Override
  public SortedSet<String> paths() {
    return paths;
  }

  @Override
  public Optional<byte[]> read(String path) {
    FileChange change = changes.get(path);
    return change == null ? base.read(path) : change.bytes();
  }
}
