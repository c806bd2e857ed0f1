package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What all rules together make of the apps of a case.
 *
 * @param files path to text, of what changes or appears
 * @param deleted paths of what goes
 * @param errors what the check of the result says
 */
record RowOutcome(
    CaseFile testCase,
    List<PlannedApp> planned,
    SortedMap<String, String> files,
    SortedSet<String> deleted,
    List<Diagnostic> errors) {
  private static final List<Severity> RANKS =
      List.of(Severity.INFO, Severity.WARNING, Severity.MANUAL, Severity.BLOCKER, Severity.ERROR);

  static RowOutcome of(CaseFile testCase) {
    Map<String, byte[]> bytes = new TreeMap<>();
    testCase
        .before()
        .forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    FileTree tree = MemoryFileTree.of(bytes);
    AppPlanning planning =
        new AppPlanning(tree, "", testCase.options(), path -> !testCase.untracked().contains(path));
    List<PlannedApp> apps = planning.planAll(Optional.empty(), Progress.SILENT);
    RowOutcome outcome =
        new RowOutcome(testCase, apps, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    List<PlannedApp> converted = apps.stream().filter(app -> !app.isBlocked()).toList();
    List<PlannedApp> sequence = planning.inSequence(converted);
    for (PlannedApp app : sequence) {
      outcome.take(app);
      planning.resultCheck(sequence).check(app).findings().stream()
          .filter(Diagnostic::isError)
          .forEach(outcome.errors::add);
    }
    return outcome;
  }

  private void take(PlannedApp app) {
    app.finalChanges()
        .forEach(
            (path, change) ->
                change
                    .bytes()
                    .ifPresentOrElse(
                        bytes -> files.put(path, new String(bytes, StandardCharsets.UTF_8)),
                        () -> deleted.add(path)));
  }

  /** What the case shows of the files that are different. */
  SortedMap<String, String> changed(Predicate<String> isShown) {
    SortedMap<String, String> changed = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (isShown.test(path) && !text.equals(testCase.before().get(path))) {
            changed.put(path, text);
          }
        });
    return changed;
  }

  List<String> findings(Predicate<Diagnostic> isListed) {
    return relevant(isListed)
        .map(finding -> finding.code().id() + " " + finding.at())
        .distinct()
        .toList();
  }

  private Stream<Diagnostic> relevant(Predicate<Diagnostic> isListed) {
    return Stream.concat(planned.stream().flatMap(app -> app.findings().stream()), errors.stream())
        .filter(isListed)
        .sorted(Diagnostic.ORDER);
  }

  /** In the words of the list: what the worst of the counted findings makes of the construct. */
  String verdict(Predicate<Diagnostic> isCounted) {
    Optional<Severity> worst =
        relevant(isCounted).map(Diagnostic::severity).max(Comparator.comparing(RANKS::indexOf));
    if (worst.isEmpty()) {
      return "convert";
    }
    return switch (worst.get()) {
      case INFO, WARNING -> "convert+info";
      case MANUAL -> "finding";
      case BLOCKER, ERROR -> "blocker";
    };
  }

  /** The case with this outcome as its expectation. */
  String text(Path file, Predicate<String> isShown, Predicate<Diagnostic> isListed)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readString(file).split("\n", -1)) {
      if (line.startsWith("-- after/")
          || line.equals("-- deleted --")
          || line.equals("-- findings --")) {
        break;
      }
      text.append(line).append('\n');
    }
    String before = text.toString().stripTrailing() + "\n";
    text.setLength(0);
    text.append(before);
    changed(isShown)
        .forEach(
            (path, after) -> text.append("-- after/").append(path).append(" --\n").append(after));
    section(text, "deleted", deleted);
    text.append("-- findings --\n");
    findings(isListed).forEach(finding -> text.append(finding).append('\n'));
    return text.toString();
  }

  private static void section(StringBuilder text, String name, SortedSet<String> lines) {
    if (!lines.isEmpty()) {
      text.append("-- ").append(name).append(" --\n");
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }
}
