package dev.migrator.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** A tree that exists in memory only. */
public final class MemoryFileTree implements FileTree {
  private final NavigableMap<String, byte[]> files;

  private MemoryFileTree(NavigableMap<String, byte[]> files) {
    this.files = files;
  }

  public static MemoryFileTree of(Map<String, byte[]> files) {
    TreeMap<String, byte[]> copy = new TreeMap<>();
    files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
    return new MemoryFileTree(copy);
  }

  /** A tree of UTF-8 texts. */
  public static MemoryFileTree ofTexts(Map<String, String> texts) {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    return new MemoryFileTree(files);
  }

  @Override
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(files.navigableKeySet());
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
