package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.git.DirectoryTree;
import dev.migrator.plan.Planner;
import dev.migrator.rule.Options;
import dev.migrator.rule.Rule;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules see one snapshot; the order in which they are asked changes nothing. */
class RuleOrderTest {

  private record Outcome(TreeMap<String, String> files, List<Diagnostic> findings) {}

  @ParameterizedTest
  @MethodSource("samplesAndSeeds")
  void givesTheSameInAnyOrder(SampleApp sample, long seed) throws Exception {
    List<Rule> shuffled = new ArrayList<>(RuleList.rules());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled).isNotEqualTo(RuleList.rules());
    Outcome straight = outcome(sample, RuleList.rules());
    assertThat(straight.files()).isNotEmpty();
    assertThat(outcome(sample, shuffled)).isEqualTo(straight);
  }

  static List<Arguments> samplesAndSeeds() throws Exception {
    return SampleApp.all().stream()
        .flatMap(sample -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(sample, seed)))
        .toList();
  }

  private static Outcome outcome(SampleApp sample, List<Rule> rules) throws Exception {
    FileTree tree = DirectoryTree.of(sample.source());
    AppPlanning planning =
        new AppPlanning(
            tree,
            Discovery.discover(tree, ""),
            ParsedFiles.of(tree),
            Options.DEFAULT,
            path -> true,
            false,
            new Planner(rules, RuleList.collectingRules()));
    TreeMap<String, String> files = new TreeMap<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (PlannedApp app : planning.planAll(Optional.empty(), Progress.SILENT)) {
      app.finalChanges().forEach((path, change) -> files.put(path, text(change)));
      findings.addAll(app.findings());
    }
    return new Outcome(files, findings);
  }

  private static String text(FileChange change) {
    return change.bytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }
}
