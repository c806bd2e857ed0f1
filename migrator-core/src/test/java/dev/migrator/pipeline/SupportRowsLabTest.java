package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrator.lab.DotnetLab;
import dev.migrator.pipeline.LabRuns.Behaviour;
import dev.migrator.pipeline.LabRuns.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of keeping-signatures.md, sections 1 to 3: called before and after the conversion, with
 * the same answers, logs and outputs, or with a difference that a finding announces.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class SupportRowsLabTest {
  private static final String PROJECT = "src/SupportRows/SupportRows.csproj";
  private static final Path CALLS =
      Path.of(System.getProperty("testdata.directory")).resolve("calls");

  private final ConvertedApp app;
  private final LabRuns runs;
  private Behaviour plain = Behaviour.NONE;
  private Behaviour signedIn = Behaviour.NONE;

  SupportRowsLabTest(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("support-rows", folder);
    this.runs = new LabRuns(lab, app, PROJECT, folder);
  }

  @BeforeAll
  void bothSidesRun() throws IOException {
    runs.build(PROJECT);
    plain = runs.behaviour("support-rows.jsonl");
    signedIn = runs.behaviour("support-rows-signed-in.jsonl", "WEBSITE_AUTH_ENABLED=true");
  }

  /** One construct and the functions of the app that have it. */
  private record Row(String section, String name, Set<String> functions) {}

  /** What a finding announces. */
  private record Announced(String function, String part, String finding) {
    boolean covers(Difference difference) {
      return difference.function().equals(function) && difference.part().equals(part);
    }
  }

  @Test
  void everyRowBehavesAsBefore() throws IOException {
    List<Row> rows = rows();
    List<Difference> differences = new ArrayList<>(plain.differences());
    differences.addAll(signedIn.differences());
    assertAnnounced(differences);

    Set<String> executed = executed(plain.before());
    executed.retainAll(executed(plain.after()));
    List<Row> done = rows.stream().filter(row -> executed.containsAll(row.functions())).toList();
    System.out.println("support rows executed " + done.size() + " of " + rows.size());
    System.out.println("support rows: " + plain.summary() + "; signed in: " + signedIn.summary());
    differences.forEach(difference -> System.out.println("  announced: " + difference.line()));
    assertThat(done).isEqualTo(rows);
  }

  @Test
  void everyFunctionBelongsToARow() throws IOException {
    Set<String> named =
        rows().stream()
            .flatMap(row -> row.functions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(functions(plain.before())).isEqualTo(named);
    assertThat(functions(plain.after())).isEqualTo(named);
  }

  @Test
  void aForgedCallerIsNobody() throws IOException {
    List<JsonNode> answers =
        plain.after().stream()
            .filter(result -> result.path("function").asText().equals("CallerOfRequest"))
            .toList();
    assertThat(answers).hasSizeGreaterThan(3);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.path("body").asText())
                    .contains("\"isAuthenticated\":false")
                    .doesNotContain("keeper="));
  }

  private static List<Row> rows() throws IOException {
    return table("support-rows.tsv")
        .map(row -> new Row(row[0], row[1], new TreeSet<>(List.of(row[2].split(",")))))
        .toList();
  }

  private static Stream<String[]> table(String name) throws IOException {
    return Files.readAllLines(CALLS.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1));
  }

  /** Each difference stands on the list, with a finding of the conversion for its function. */
  private void assertAnnounced(List<Difference> differences) throws IOException {
    List<Announced> announced =
        table("support-rows.differences.tsv")
            .map(row -> new Announced(row[0], row[1], row[2]))
            .toList();
    for (Difference difference : differences) {
      assertThat(announced).as(difference.line()).anyMatch(entry -> entry.covers(difference));
    }
    for (Announced entry : announced) {
      assertThat(differences).as("needless: %s", entry).anyMatch(entry::covers);
      assertThat(findings())
          .as("finding of %s", entry)
          .anyMatch(
              finding ->
                  finding.startsWith(entry.finding())
                      && finding.contains("`" + entry.function() + "`"));
    }
  }

  private List<String> findings() {
    return app.result().report().apps().get(0).findings().stream()
        .map(finding -> finding.code().id() + " " + finding.message())
        .toList();
  }

  /** Functions that a call reached; one that the lab could not judge does not count. */
  private static Set<String> executed(List<JsonNode> results) {
    return results.stream()
        .skip(1)
        .filter(result -> !result.path("failure").path("type").asText().startsWith("FunctionsLab"))
        .map(result -> result.path("function").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> functions(List<JsonNode> results) {
    Set<String> names = new TreeSet<>();
    results.get(0).path("functions").forEach(f -> names.add(f.path("name").asText()));
    return names;
  }
}
