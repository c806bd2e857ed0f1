package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeTablesTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("repository.directory", "..")).toAbsolutePath().normalize();
  private static final Path RESOURCE =
      REPOSITORY.resolve("migrator-core/src/main/resources/dev/migrator/model/names/types.txt");

  @Test
  void equalsTheTeamsTables() throws IOException {
    Path shared = sharedFolder();
    if (!Files.isDirectory(shared.resolve("data"))) {
      System.out.println("SKIPPED TypeTablesTest.equalsTheTeamsTables: no " + shared);
    }
    assumeTrue(Files.isDirectory(shared.resolve("data")), "no type tables beside the repository");
    if (Boolean.getBoolean("golden.update")) {
      Path packs = Lab.find().orElseThrow().resolve("dotnet/packs");
      Files.writeString(RESOURCE, TypeTableText.of(shared, Optional.of(packs)));
    }
    String kept = Files.readString(RESOURCE).replaceAll("(?m)^instance .*\\n", "");
    assertThat(kept.equals(TypeTableText.of(shared, Optional.empty())))
        .as("types.txt is as made from the tables (-Dgolden.update=true makes it)")
        .isTrue();
  }

  /** {@code ../shared} beside the repository; in a worktree one folder further up. */
  static Path sharedFolder() {
    Path beside = REPOSITORY.resolveSibling("shared");
    return Files.isDirectory(beside) ? beside : REPOSITORY.resolve("../../shared").normalize();
  }

  @Test
  void loadsFast() {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      TypeTables tables = TypeTables.read();
      tables.namespaces().forEach(tables::block);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      best = Math.min(best, spent);
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void knowsWhereATypeComesFrom() {
    TypeTables tables = TypeTables.load();
    TableType type =
        tables
            .block("Microsoft.Azure.WebJobs")
            .getOrDefault("FunctionNameAttribute", List.of())
            .get(0);
    assertThat(type.shape()).isEqualTo(TypeShape.ATTRIBUTE);
    assertThat(type.inProcess())
        .extracting(index -> tables.packages().get(index).id())
        .contains("Microsoft.Azure.WebJobs.Core");
    assertThat(tables.block("System").get("Func")).hasSizeGreaterThan(10);
    assertThat(tables.namespaces()).contains("Microsoft.Azure", "System");
  }
}
