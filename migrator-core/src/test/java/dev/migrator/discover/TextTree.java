package dev.migrator.discover;

import dev.migrator.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A snapshot written as one text: {@code -- path --} starts a file, what follows it up to the next
 * such line is its text.
 */
final class TextTree implements FileTree {
  private final SortedMap<String, String> files = new TreeMap<>();

  static TextTree of(String text) {
    TextTree tree = new TextTree();
    String path = "";
    StringBuilder body = new StringBuilder();
    for (String line : (text + "-- end --\n").split("\n", -1)) {
      if (line.startsWith("-- ") && line.endsWith(" --")) {
        if (!path.isEmpty()) {
          tree.files.put(path, body.toString());
        }
        path = line.substring(3, line.length() - 3);
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    return tree;
  }

  @Override
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet((SortedSet<String>) files.keySet());
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path)).map(t -> t.getBytes(StandardCharsets.UTF_8));
  }
}
