package dev.migrator.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The .NET SDK, package feed and tools of the team's lab, for tests that ask the compiler or run an
 * app. Without a lab such tests are skipped, loudly.
 */
public final class DotnetLab {
  private static final AtomicInteger SKIPPED = new AtomicInteger();
  private static final int TIMEOUT_MINUTES = 10;

  private final Path dotnet;
  private final Path directory;

  private DotnetLab(Path dotnet, Path directory) {
    this.dotnet = dotnet;
    this.directory = directory;
  }

  /**
   * What a process left.
   *
   * @param exitCode its exit status
   * @param stdout standard output
   * @param stderr standard error
   */
  public record Result(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
      return exitCode == 0;
    }

    /** Fails the test with both outputs unless the process ended with 0. */
    public Result orFail() {
      if (exitCode != 0) {
        throw new AssertionError("exit " + exitCode + "\n" + stdout + "\n" + stderr);
      }
      return this;
    }
  }

  private record Search(@Nullable DotnetLab lab, String reason) {}

  /** The installed lab; empty when this machine has none. */
  public static Optional<DotnetLab> find() {
    return Optional.ofNullable(search().lab());
  }

  /** The installed lab, or an aborted test that says so in the build's log. */
  public static DotnetLab assumePresent() {
    Search search = search();
    if (search.lab() == null) {
      System.out.println("SKIPPED no .NET lab: " + search.reason());
      SKIPPED.incrementAndGet();
      Assumptions.abort("no .NET lab: " + search.reason());
      throw new IllegalStateException(search.reason());
    }
    return search.lab();
  }

  /** How many tests of this JVM found no lab; a release requires zero. */
  public static int skippedTests() {
    return SKIPPED.get();
  }

  private static Search search() {
    Path home = home();
    Path dotnet = home.resolve("bin/dotnet");
    if (!Files.isExecutable(dotnet) || !Files.exists(home.resolve("env.properties"))) {
      return new Search(null, home + " holds no installed lab (shared/dotnet/install.sh)");
    }
    return shared()
        .map(directory -> new Search(new DotnetLab(dotnet, directory), ""))
        .orElseGet(() -> new Search(null, "no folder shared/dotnet beside the repository"));
  }

  private static Path home() {
    String set = System.getenv("FUNCTIONS_LAB");
    if (set != null && !set.isEmpty()) {
      return Path.of(set);
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    return cache != null && !cache.isEmpty()
        ? Path.of(cache, "functions-lab")
        : Path.of(System.getProperty("user.home"), ".cache", "functions-lab");
  }

  /** {@code shared/dotnet} in the repository, beside it, or beside a folder that holds it. */
  private static Optional<Path> shared() {
    Path start = Path.of(System.getProperty("repository.directory", "")).toAbsolutePath();
    return Stream.<Path>iterate(start, path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("shared/dotnet"))
        .filter(folder -> Files.isDirectory(folder.resolve("tools")))
        .findFirst();
  }

  /** The folder {@code shared/dotnet}: tools, feed, sample apps. Read only. */
  public Path directory() {
    return directory;
  }

  /** The folder with the {@code dotnet} command. */
  public Path commands() {
    return dotnet.resolveSibling("");
  }

  public Result dotnet(String... arguments) {
    return run(Path.of("").toAbsolutePath(), arguments);
  }

  /** Runs {@code dotnet} in a folder. */
  public Result run(Path workingDirectory, String... arguments) {
    return run(workingDirectory, Map.of(), arguments);
  }

  /** Runs {@code dotnet} in a folder, with variables that its environment has besides. */
  public Result run(Path workingDirectory, Map<String, String> variables, String... arguments) {
    List<String> command = new ArrayList<>(List.of(dotnet.toString()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("dotnet", ".out");
      Path err = Files.createTempFile("dotnet", ".err");
      try {
        return new Result(
            wait(command, workingDirectory, variables, out, err),
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int wait(
      List<String> command, Path directory, Map<String, String> variables, Path out, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new AssertionError(command + " took more than " + TIMEOUT_MINUTES + " minutes");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Builds a copy of a project; {@code bin} and {@code obj} are written beside it.
   *
   * @param project a project file, or a folder that holds one
   * @param output where the app goes
   */
  public Result build(Path project, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "build",
                project.toString(),
                "-v:q",
                "-nologo",
                "-clp:NoSummary",
                "-p:WarningLevel=0",
                "-o",
                output.toString()));
    arguments.addAll(List.of(more));
    return dotnet(arguments.toArray(String[]::new));
  }

  /** The switch that builds an old in-process project on net10.0 without changing it. */
  public String lift() {
    return "-p:BeforeTargetFrameworkInferenceTargets=" + directory.resolve("lift.targets");
  }

  public Result fnlab(String... arguments) {
    return tool("fnlab/fnlab.dll", arguments);
  }

  /** Asks Roslyn's parser; lines of JSON. */
  public Result roslynCheck(String... arguments) {
    return tool("roslyn-check/roslyn-check.dll", arguments);
  }

  /** Runs an isolated app, or compares two runs. */
  public Result fnrun(String... arguments) {
    return tool("fnrun/fnrun.dll", arguments);
  }

  public Result fnrunInProcess(String... arguments) {
    return tool("fnrun-inprocess/fnrun-inprocess.dll", arguments);
  }

  private Result tool(String assembly, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of(directory.resolve("tools").resolve(assembly).toString()));
    all.addAll(List.of(arguments));
    return dotnet(all.toArray(String[]::new));
  }

  /** Copies a folder without {@code bin} and {@code obj}; the copy may be written. */
  public static Path copy(Path source, Path target) {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = source.relativize(file);
        boolean isOutput = Stream.of("bin", "obj").anyMatch(name -> contains(relative, name));
        if (!isOutput) {
          Path copy = target.resolve(relative.toString());
          Files.createDirectories(copy.getParent());
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  private static boolean contains(Path path, String folder) {
    for (Path part : path) {
      if (part.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }
}
