package dev.migrator.discover;

import dev.migrator.model.RepositoryText;
import dev.migrator.model.ResourceTable;
import dev.migrator.source.FileTree;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds places in pipelines, infrastructure and tools of a repository that the conversion concerns;
 * what is looked for stands in repository-texts.tsv.
 */
final class RepositoryTexts {
  private static final String LOCAL_SETTINGS = "local.settings.json";
  private static final int LARGEST = 1 << 20;
  private static final List<Row> ROWS =
      ResourceTable.rows(RepositoryTexts.class, "repository-texts.tsv").stream()
          .map(
              cells ->
                  new Row(
                      cells.get(0), Pattern.compile(cells.get(1)), Pattern.compile(cells.get(2))))
          .toList();

  private RepositoryTexts() {}

  private record Row(String kind, Pattern path, Pattern text) {
    boolean reads(String file) {
      return path.matcher(file).matches();
    }

    Stream<RepositoryText> in(SourceFile file) {
      List<RepositoryText> found = new ArrayList<>();
      Matcher matcher = text.matcher(file.text());
      while (matcher.find()) {
        found.add(new RepositoryText(kind, file, new Span(matcher.start(), matcher.end())));
      }
      return found.stream();
    }
  }

  /** In path order. */
  static List<RepositoryText> in(FileTree tree) {
    return tree.paths().stream()
        .filter(path -> !path.endsWith(LOCAL_SETTINGS))
        .flatMap(path -> in(tree, path))
        .toList();
  }

  private static Stream<RepositoryText> in(FileTree tree, String path) {
    List<Row> rows = ROWS.stream().filter(row -> row.reads(path)).toList();
    return rows.isEmpty()
        ? Stream.empty()
        : text(tree, path).stream().flatMap(file -> rows.stream().flatMap(row -> row.in(file)));
  }

  private static Optional<SourceFile> text(FileTree tree, String path) {
    byte[] bytes = tree.read(path).orElse(new byte[0]);
    try {
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(SourceFile.ofBytes(path, bytes));
    } catch (UnreadableSourceException e) {
      return Optional.empty();
    }
  }
}
