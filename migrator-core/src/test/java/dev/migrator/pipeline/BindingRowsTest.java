package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The closed list of binding constructs: each row is shown by a case. */
final class BindingRowsTest {
  private static final Path LIST =
      Path.of(System.getProperty("repository.directory", ".."))
          .resolve("../shared/knowledge/rows-bindings.tsv");

  /** Rows that are about what is said of every output. */
  private static final Map<String, Set<String>> OF_ROWS =
      Map.of("B-OUT-11", Set.of("FIN0310", "FIN0312"));

  private static final RowCases CASES =
      new RowCases(
          Path.of(System.getProperty("testdata.directory")).resolve("rows"), false, OF_ROWS);

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return CASES.tests();
  }

  /** Needs the list beside the repository; without it the cases alone are checked. */
  @Test
  void rowsAsExpected() throws IOException {
    if (!Files.exists(LIST)) {
      System.out.println("SKIPPED rows of bindings: no " + LIST.getFileName());
    }
    Assumptions.assumeTrue(Files.exists(LIST));
    Map<String, String> expected =
        Files.readAllLines(LIST).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[2]));
    int shown = 0;
    for (Path file : CASES.files()) {
      String id = RowCases.id(file);
      assertThat(expected).containsKey(id);
      if (RowCases.isMain(file)) {
        assertThat(CASES.verdict(file)).as(id).isEqualTo(verdict(expected, id));
        shown++;
      }
    }
    System.out.println("rows as expected " + shown + " of " + expected.size());
    assertThat(shown).isPositive();
  }

  /** A construct that stays as it is stands in an app that is converted. */
  private static String verdict(Map<String, String> expected, String id) {
    String verdict = String.valueOf(expected.get(id));
    return verdict.equals("ignore") ? "convert" : verdict;
  }
}
