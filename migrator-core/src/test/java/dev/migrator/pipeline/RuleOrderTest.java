package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.git.DirectoryTree;
import dev.migrator.plan.Planner;
import dev.migrator.rule.Options;
import dev.migrator.rule.Rule;
import dev.migrator.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All rules see one snapshot; the order in which they are asked changes nothing. */
class RuleOrderTest {

  private record Outcome(TreeMap<String, String> files, List<Diagnostic> findings) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesTheSameInAnyOrder(long seed) throws Exception {
    List<Rule> shuffled = new ArrayList<>(RuleList.rules());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled).isNotEqualTo(RuleList.rules());
    Outcome straight = outcome(RuleList.rules());
    assertThat(straight.files()).hasSizeGreaterThan(10);
    assertThat(outcome(shuffled)).isEqualTo(straight);
  }

  private static Outcome outcome(List<Rule> rules) throws Exception {
    FileTree tree = DirectoryTree.of(ConvertedApp.source("order-desk"));
    AppPlanning planning =
        new AppPlanning(
            tree,
            Discovery.discover(tree, ""),
            ParsedFiles.of(tree),
            Options.DEFAULT,
            path -> true,
            new Planner(rules, RuleList.collectingRules()));
    PlannedApp planned = planning.planAll(Optional.empty(), Progress.SILENT).get(0);
    TreeMap<String, String> files = new TreeMap<>();
    planned
        .finalChanges()
        .forEach(
            (path, change) ->
                files.put(
                    path,
                    change
                        .bytes()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("")));
    return new Outcome(files, planned.findings());
  }
}
