package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The closed list of constructs of the application model, {@code core-rows/rows.tsv}: what is
 * expected of each, and whether it is a gap ({@code open}), waits for another command ({@code
 * modern}), or is contested, with the reason.
 */
final class CoreRowsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("testdata.directory")).resolve("core-rows");

  /** Rows that are about what is said of every app or of every output. */
  private static final Map<String, Set<String>> OF_ROWS =
      Map.ofEntries(
          Map.entry("C-JSON-03", Set.of("FIN0344")),
          Map.entry("C-PROJ-01", Set.of("FIN0114")),
          Map.entry("C-PROJ-23", Set.of("FIN0106")),
          Map.entry("C-SET-06", Set.of("FIN0202")),
          Map.entry("C-SET-07", Set.of("FIN0202")),
          Map.entry("C-SET-09", Set.of("FIN0202")),
          Map.entry("T3", Set.of("FIN0344")),
          Map.entry("T9", Set.of("FIN0501")),
          Map.entry("T17", Set.of("FIN0310")),
          Map.entry("T33", Set.of("FIN0350")),
          Map.entry("T36", Set.of("FIN0350")));

  private static final RowCases CASES = new RowCases(FOLDER, true, OF_ROWS);

  /** One line of the list. */
  private record Row(String id, String expected, String state) {
    boolean isContested() {
      return state.startsWith("contested");
    }

    /** A construct that stays as it is stands in an app that is converted. */
    String verdict() {
      return expected.equals("ignore") ? "convert" : expected;
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return CASES.tests();
  }

  @Test
  void rowsAsExpected() throws IOException {
    Map<String, Row> rows = rows();
    Set<String> shown = new TreeSet<>();
    List<String> different = new ArrayList<>();
    for (Path file : CASES.files()) {
      String id = RowCases.id(file);
      assertThat(rows).containsKey(id);
      if (RowCases.isMain(file)) {
        shown.add(id);
        different(file, Objects.requireNonNull(rows.get(id), id)).ifPresent(different::add);
      }
    }
    assertThat(String.join("\n", different)).isEmpty();
    Set<String> without = new TreeSet<>(rows.keySet());
    without.removeAll(shown);
    System.out.println(
        "rows of the application model as expected " + shown.size() + " of " + rows.size());
    assertThat(without)
        .as("rows without a case are marked as open or modern, and no others")
        .isEqualTo(idsOf(rows, "open", "modern"));
  }

  @Test
  void contestsFewRows() throws IOException {
    Map<String, Row> rows = rows();
    assertThat(rows.values().stream().filter(Row::isContested).count())
        .isLessThanOrEqualTo(rows.size() * 3L / 100);
  }

  private static Optional<String> different(Path file, Row row) throws IOException {
    String verdict = CASES.verdict(file);
    return row.isContested() || verdict.equals(row.verdict())
        ? Optional.empty()
        : Optional.of(row.id() + ": expected " + row.expected() + ", is " + verdict);
  }

  private static Set<String> idsOf(Map<String, Row> rows, String... states) {
    Set<String> wanted = Set.of(states);
    return rows.values().stream()
        .filter(row -> wanted.contains(row.state()))
        .map(Row::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Row> rows() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("rows.tsv"));
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      rows.put(cells[0], new Row(cells[0], cells[1], cells[2]));
    }
    return rows;
  }
}
