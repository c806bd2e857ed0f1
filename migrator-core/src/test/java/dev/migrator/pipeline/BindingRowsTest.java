package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.rule.Options;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The closed list of binding constructs: {@code testdata/rows/ID.case} shows what all rules
 * together make of a row; {@code -Dgolden.update=true} rewrites the results. A row may have more
 * cases, {@code ID-what.case}; those called {@code skip} are look-alikes that stay.
 */
final class BindingRowsTest {
  private static final Path ROWS =
      Path.of(System.getProperty("testdata.directory")).resolve("rows");
  private static final Path LIST =
      Path.of(System.getProperty("repository.directory", ".."))
          .resolve("../shared/knowledge/rows-bindings.tsv");

  /** Said of every app, whatever its bindings are. */
  private static final Set<String> OF_THE_APP = Set.of("FIN0201", "FIN0202", "FIN0501");

  private static final String AFTER_SUCCESS = "B-OUT-11";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return files().stream()
        .map(
            file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ROWS)) {
      return files.filter(file -> file.toString().endsWith(".case")).sorted().toList();
    }
  }

  private static void check(Path file) throws IOException {
    CaseFile testCase = CaseFile.read(file);
    Outcome outcome = Outcome.of(testCase);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, outcome.text(file));
    }
    CaseFile expected = CaseFile.read(file);
    assertThat(outcome.changed()).isEqualTo(new TreeMap<>(expected.after()));
    assertThat(outcome.findings()).isEqualTo(expected.findings());
    assertThat(outcome.after()).noneMatch(text -> text.contains("Microsoft.Azure.WebJobs;"));
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
    for (Path file : files()) {
      String id = String.valueOf(file.getFileName()).replaceAll("(B-[A-Z]+-[0-9]+).*", "$1");
      assertThat(expected).containsKey(id);
      boolean isMain = String.valueOf(file.getFileName()).equals(id + ".case");
      if (isMain) {
        assertThat(Outcome.of(CaseFile.read(file)).verdict(id))
            .as(id)
            .isEqualTo(verdict(expected, id));
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

  /** What all rules make of a case. */
  private record Outcome(CaseFile testCase, PlannedApp planned, SortedMap<String, String> files) {

    static Outcome of(CaseFile testCase) throws IOException {
      Map<String, byte[]> bytes = new TreeMap<>();
      testCase
          .before()
          .forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
      FileTree tree = MemoryFileTree.of(bytes);
      AppPlanning planning = new AppPlanning(tree, "", Options.DEFAULT, path -> true);
      PlannedApp planned = planning.planAll(Optional.empty(), Progress.SILENT).get(0);
      SortedMap<String, String> files = new TreeMap<>();
      if (!planned.isBlocked()) {
        planned
            .finalChanges()
            .forEach(
                (path, change) ->
                    change
                        .bytes()
                        .ifPresent(b -> files.put(path, new String(b, StandardCharsets.UTF_8))));
        assertThat(planning.resultCheck().check(planned).findings())
            .as(testCase.name())
            .noneMatch(Diagnostic::isError);
      }
      return new Outcome(testCase, planned, files);
    }

    /** Sources and settings that were there before. */
    SortedMap<String, String> changed() {
      SortedMap<String, String> changed = new TreeMap<>();
      files.forEach(
          (path, text) -> {
            boolean isShown = testCase.before().containsKey(path) && !path.endsWith(".csproj");
            if (isShown && !text.equals(testCase.before().get(path))) {
              changed.put(path, text);
            }
          });
      return changed;
    }

    List<String> after() {
      return List.copyOf(changed().values());
    }

    List<String> findings() {
      return relevant()
          .map(finding -> finding.code().id() + " " + finding.at())
          .distinct()
          .toList();
    }

    private Stream<Diagnostic> relevant() {
      return planned.findings().stream()
          .filter(finding -> !OF_THE_APP.contains(finding.code().id()))
          .sorted(Diagnostic.ORDER);
    }

    /** In the words of the list. */
    String verdict(String id) {
      Optional<Severity> worst =
          relevant()
              .filter(finding -> id.equals(AFTER_SUCCESS) || !isOfOutputs(finding))
              .map(Diagnostic::severity)
              .max(Comparator.comparing(BindingRowsTest::rank));
      if (worst.isEmpty()) {
        return "convert";
      }
      return switch (worst.get()) {
        case INFO, WARNING -> "convert+info";
        case MANUAL -> "finding";
        case BLOCKER, ERROR -> "blocker";
      };
    }

    /** Said of every output; one row of the list is about it. */
    private static boolean isOfOutputs(Diagnostic finding) {
      return Set.of("FIN0310", "FIN0312").contains(finding.code().id());
    }

    String text(Path file) throws IOException {
      StringBuilder text = new StringBuilder();
      for (String line : Files.readString(file).split("\n", -1)) {
        if (line.startsWith("-- after/") || line.equals("-- findings --")) {
          break;
        }
        text.append(line).append('\n');
      }
      String before = text.toString().stripTrailing() + "\n";
      text.setLength(0);
      text.append(before);
      changed().forEach((path, after) -> section(text, "after/" + path, after));
      text.append("-- findings --\n");
      findings().forEach(finding -> text.append(finding).append('\n'));
      return text.toString();
    }

    private static void section(StringBuilder text, String name, String content) {
      text.append("-- ").append(name).append(" --\n").append(content);
    }
  }

  private static int rank(Severity severity) {
    return List.of(
            Severity.INFO, Severity.WARNING, Severity.MANUAL, Severity.BLOCKER, Severity.ERROR)
        .indexOf(severity);
  }
}
