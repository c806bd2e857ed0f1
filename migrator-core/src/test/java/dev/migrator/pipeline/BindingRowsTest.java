package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The closed list of binding constructs, each shown by a case in {@code testdata/rows}: {@code
 * open.tsv} names the gaps, {@code disputed.tsv} rows of which the list is wrong.
 */
final class BindingRowsTest {
  private static final Path ROWS =
      Path.of(System.getProperty("testdata.directory")).resolve("rows");
  private static final Path LIST =
      Path.of(System.getProperty("repository.directory", ".."))
          .resolve("../shared/knowledge/rows-bindings.tsv");

  /** Rows whose verdict is not that of the list yet; never raised. */
  private static final int OPEN = 0;

  private static final int DISPUTED_PERCENT = 3;

  /** Rows that are about what is said of every output, or of every payload. */
  private static final Map<String, Set<String>> OF_ROWS =
      Map.of(
          "B-OUT-11", Set.of("FIN0310", "FIN0312"),
          "B-COSMOS-20", Set.of("FIN0334"),
          "B-DAPR-01", Set.of("FIN0363"),
          "B-JSON-01", Set.of("FIN0344"),
          "B-JSON-02", Set.of("FIN0344"),
          "B-JSON-03", Set.of("FIN0344"),
          "B-PKG-06", Set.of("FIN0106"),
          "B-PKG-07", Set.of("FIN0106"));

  private static final RowCases CASES = new RowCases(ROWS, false, OF_ROWS);

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return CASES.tests();
  }

  /**
   * Every row has a case with the verdict of the list, or stands with the verdict that it gets in
   * {@code open.tsv}, which can only shrink, or in {@code disputed.tsv}, with what shows that the
   * list is wrong. Needs the list beside the repository; without it the cases alone are checked.
   */
  @Test
  void rowsAsExpected() throws IOException {
    if (!Files.exists(LIST)) {
      System.out.println("SKIPPED rows of bindings: no " + LIST.getFileName());
    }
    Assumptions.assumeTrue(Files.exists(LIST));
    Map<String, String> expected = verdicts(LIST, 2);
    Map<String, String> open = verdicts(ROWS.resolve("open.tsv"), 1);
    Map<String, String> disputed = verdicts(ROWS.resolve("disputed.tsv"), 1);
    SortedMap<String, String> wanted = new TreeMap<>();
    expected.forEach((id, verdict) -> wanted.put(id, said(verdict)));
    assertThat(wanted.keySet()).containsAll(open.keySet()).containsAll(disputed.keySet());
    open.forEach((id, verdict) -> assertThat(verdict).as(id).isNotEqualTo(wanted.get(id)));
    wanted.putAll(open);
    wanted.putAll(disputed);
    SortedMap<String, String> shown = new TreeMap<>();
    wanted.keySet().forEach(id -> shown.put(id, "no case"));
    for (Path file : CASES.files()) {
      String id = RowCases.id(file);
      assertThat(expected).containsKey(id);
      if (RowCases.isMain(file)) {
        shown.put(id, CASES.verdict(file));
      }
    }
    int right = expected.size() - open.size() - disputed.size();
    System.out.println("rows as expected " + right + " of " + expected.size());
    List<String> differences =
        wanted.entrySet().stream()
            .filter(row -> !row.getValue().equals(shown.get(row.getKey())))
            .map(row -> row + ", but it is " + shown.get(row.getKey()))
            .toList();
    assertThat(differences).isEmpty();
    assertThat(open).hasSizeLessThanOrEqualTo(OPEN);
    assertThat(disputed.size() * 100).isLessThanOrEqualTo(expected.size() * DISPUTED_PERCENT);
  }

  private static Map<String, String> verdicts(Path list, int column) throws IOException {
    return Files.readAllLines(list).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[column]));
  }

  /** A construct that stays as it is stands in an app that is converted. */
  private static String said(String verdict) {
    return verdict.equals("ignore") ? "convert" : verdict;
  }
}
