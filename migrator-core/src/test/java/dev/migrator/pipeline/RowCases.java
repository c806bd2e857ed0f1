package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of a closed list of constructs: {@code ID.case} shows what all rules together make of a
 * row; {@code -Dgolden.update=true} rewrites the results. A row may have more cases, {@code
 * ID-what.case}; those called {@code skip} are look-alikes that stay.
 */
final class RowCases {
  /** Said of every app, whatever its constructs are. */
  private static final Set<String> OF_THE_APP =
      Set.of("FIN0106", "FIN0114", "FIN0201", "FIN0202", "FIN0323", "FIN0350", "FIN0501");

  /** Said of every output, payload, lease of an earlier Cosmos DB, or binding of Dapr. */
  private static final Set<String> OF_BINDINGS =
      Set.of("FIN0310", "FIN0312", "FIN0334", "FIN0344", "FIN0363");

  private static final Pattern ID = Pattern.compile("(?:[BC]-[A-Z]+-[0-9]+|T[0-9]+)");

  private final Path folder;
  private final boolean showsProjects;
  private final Map<String, Set<String>> ofRows;

  /**
   * Cases of a folder.
   *
   * @param showsProjects whether changes of project files that a case holds are part of it
   * @param ofRows row to findings that every app or output gets, where the row is about them
   */
  RowCases(Path folder, boolean showsProjects, Map<String, Set<String>> ofRows) {
    this.folder = folder;
    this.showsProjects = showsProjects;
    this.ofRows = ofRows;
  }

  Stream<DynamicTest> tests() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".case")).sorted().toList();
    }
  }

  /** The row that a case belongs to. */
  static String id(Path file) {
    Matcher matcher = ID.matcher(name(file));
    assertThat(matcher.lookingAt()).as(name(file)).isTrue();
    return matcher.group();
  }

  /** Whether the case is the one that decides about its row. */
  static boolean isMain(Path file) {
    return name(file).equals(id(file) + ".case");
  }

  /** The verdict on the row of a case, in the words of the list. */
  String verdict(Path file) throws IOException {
    return RowOutcome.of(CaseFile.read(file))
        .verdict(finding -> isListed(file, finding) && !isOfBindings(file, finding));
  }

  private void check(Path file) throws IOException {
    CaseFile testCase = CaseFile.read(file);
    RowOutcome outcome = RowOutcome.of(testCase);
    assertThat(outcome.errors()).isEmpty();
    Predicate<String> isShown = path -> isShown(testCase, path);
    Predicate<Diagnostic> isListed = finding -> isListed(file, finding);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, outcome.text(file, isShown, isListed));
    }
    CaseFile expected = CaseFile.read(file);
    assertThat(outcome.changed(isShown)).isEqualTo(new TreeMap<>(expected.after()));
    assertThat(outcome.deleted()).containsExactlyElementsOf(expected.deleted());
    assertThat(outcome.findings(isListed)).isEqualTo(expected.findings());
    assertThat(outcome.changed(isShown).values())
        .noneMatch(text -> text.contains("using Microsoft.Azure.WebJobs;"));
  }

  /** Files that the case holds, and new ones that it names. */
  private boolean isShown(CaseFile testCase, String path) {
    boolean isKnown = testCase.shown().contains(path) || testCase.after().containsKey(path);
    return isKnown && (showsProjects || !path.endsWith(".csproj"));
  }

  private boolean isListed(Path file, Diagnostic finding) {
    return !OF_THE_APP.contains(finding.code().id()) || isOfTheRow(file, finding);
  }

  private boolean isOfBindings(Path file, Diagnostic finding) {
    return OF_BINDINGS.contains(finding.code().id()) && !isOfTheRow(file, finding);
  }

  private boolean isOfTheRow(Path file, Diagnostic finding) {
    return ofRows.getOrDefault(id(file), Set.of()).contains(finding.code().id());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
