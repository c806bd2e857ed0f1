package dev.migrator.model.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables beside this class: one row a line, tabs between the columns, a head line. */
final class PackageTable {
  private static final String NOTHING = "-";

  private PackageTable() {}

  static List<List<String>> rows(String name) {
    try (InputStream stream = PackageTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no table " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of a column; none for {@code -}. */
  static List<String> list(String column) {
    return column.equals(NOTHING) ? List.of() : Stream.of(column.split(",")).toList();
  }
}
