package dev.migrator.verify;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code dotnet} command of this machine. It is started only where the user asked for it. */
public final class DotnetSdk {
  private static final int TIMEOUT_MINUTES = 15;
  private static final String TIMED_OUT = "error: stopped after " + TIMEOUT_MINUTES + " minutes";

  /** No build server stays behind, nothing is sent, and messages are those we can read. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "DOTNET_CLI_TELEMETRY_OPTOUT", "1",
          "DOTNET_CLI_UI_LANGUAGE", "en",
          "DOTNET_CLI_USE_MSBUILD_SERVER", "0",
          "DOTNET_NOLOGO", "1",
          "MSBUILDDISABLENODEREUSE", "1");

  private final Path executable;
  private final Map<String, String> environment;

  private DotnetSdk(Path executable, Map<String, String> environment) {
    this.executable = executable;
    this.environment = environment;
  }

  /**
   * What a process left.
   *
   * @param exitCode its status; not 0 when it was stopped
   * @param output standard output and error as one text
   */
  public record Ran(int exitCode, String output) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  /**
   * The SDK in {@code DOTNET_ROOT}, or else the first on the {@code PATH}.
   *
   * @param environment variables of the process
   */
  public static Optional<DotnetSdk> find(Map<String, String> environment) {
    return folders(environment)
        .flatMap(folder -> Stream.of(folder.resolve("dotnet"), folder.resolve("dotnet.exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(file -> new DotnetSdk(file, environment));
  }

  private static Stream<Path> folders(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return Stream.concat(
            Optional.ofNullable(environment.get("DOTNET_ROOT")).stream(),
            Stream.of(path.split(File.pathSeparator, -1)))
        .filter(folder -> !folder.isBlank())
        .map(Path::of);
  }

  /** Runs one command to its end, or for a quarter of an hour. */
  public Ran run(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    Path output = Files.createTempFile("migrator-dotnet", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      Map<String, String> variables = new TreeMap<>(environment);
      variables.putAll(SETTINGS);
      builder.environment().clear();
      builder.environment().putAll(variables);
      return ran(builder.start(), output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Ran ran(Process process, Path output) throws IOException {
    boolean isDone = isDone(process);
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    return isDone ? new Ran(process.exitValue(), text) : new Ran(1, text + TIMED_OUT + "\n");
  }

  private static boolean isDone(Process process) {
    try {
      boolean isDone = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
      if (!isDone) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return isDone;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
