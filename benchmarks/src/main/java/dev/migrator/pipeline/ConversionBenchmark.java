package dev.migrator.pipeline;

import dev.migrator.rule.Options;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole runs over the sample apps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ConversionBenchmark {
  @Param("testdata/apps")
  private String folder = "";

  @Param("order-desk")
  private String app = "";

  private FileTree tree = MemoryFileTree.of(Map.of());

  @Setup
  public void read() throws IOException {
    Path root = Path.of(folder, app);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    tree = MemoryFileTree.of(files);
  }

  /** The inventory of all apps, files read from disk. */
  @Benchmark
  public ScanResult scan() {
    return Migration.scan(
        new ScanRequest(
            List.of(Path.of(folder)), Optional.empty(), path -> Options.DEFAULT, Map.of()),
        Progress.SILENT);
  }

  /** One app from its bytes to the changes of every step; no disk, no commits. */
  @Benchmark
  public Object convert() {
    AppPlanning planning = new AppPlanning(tree, "", Options.DEFAULT, path -> true);
    List<PlannedApp> planned = planning.planAll(Optional.empty(), Progress.SILENT);
    if (planned.stream().anyMatch(PlannedApp::isBlocked)) {
      throw new IllegalStateException(app + " is blocked");
    }
    return planning.inSequence(planned).stream().map(PlannedApp::finalChanges).toList();
  }
}
