package dev.migrator.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code dotnet} command of this machine. It is started only where the user asked for it. */
public final class DotnetSdk {
  private static final Pattern SDK = Pattern.compile("(?m)^(\\d+\\.\\d+\\.\\S+) \\[");
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);
  private static final Duration TO_BUILD = Duration.ofMinutes(15);

  /** No build server stays behind, nothing is sent, and messages are those we can read. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "DOTNET_CLI_TELEMETRY_OPTOUT", "1",
          "DOTNET_CLI_UI_LANGUAGE", "en",
          "DOTNET_CLI_USE_MSBUILD_SERVER", "0",
          "DOTNET_NOLOGO", "1",
          "MSBUILDDISABLENODEREUSE", "1");

  private final Path command;
  private final Map<String, String> environment;

  private DotnetSdk(Path command, Map<String, String> environment) {
    this.command = command;
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
   * The one on {@code PATH}, as a user's shell would start it, else the one in {@code DOTNET_ROOT}.
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
            Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(path),
            Stream.ofNullable(environment.get("DOTNET_ROOT")))
        .filter(folder -> !folder.isBlank())
        .flatMap(DotnetSdk::folder);
  }

  private static Stream<Path> folder(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  public Path command() {
    return command;
  }

  /**
   * Versions of the SDKs that {@code dotnet --list-sdks} names, which neither uses the network nor
   * writes a file; none where it fails.
   */
  public List<String> versions() {
    try {
      Ran ran = run(command.resolveSibling(""), List.of("--list-sdks"), TO_ANSWER);
      return ran.succeeded()
          ? SDK.matcher(ran.output()).results().map(DotnetSdk::version).toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String version(MatchResult line) {
    return line.group(1);
  }

  /** Whether one of the SDKs can build for .NET of this major version: they build for older too. */
  public static boolean builds(int major, List<String> versions) {
    return versions.stream()
        .map(version -> version.substring(0, version.indexOf('.')))
        .anyMatch(version -> Integer.parseInt(version) >= major);
  }

  /** Runs one command to its end, or for a quarter of an hour. */
  public Ran run(Path folder, List<String> arguments) throws IOException {
    return run(folder, arguments, TO_BUILD);
  }

  private Ran run(Path folder, List<String> arguments, Duration atMost) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(arguments);
    Path output = Files.createTempFile("migrator-dotnet", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      Map<String, String> variables = new TreeMap<>(environment);
      variables.putAll(SETTINGS);
      builder.environment().clear();
      builder.environment().putAll(variables);
      Process process = builder.start();
      process.getOutputStream().close();
      return ran(process, output, atMost);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Ran ran(Process process, Path output, Duration atMost) throws IOException {
    boolean isDone = isDone(process, atMost);
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    return isDone
        ? new Ran(process.exitValue(), text)
        : new Ran(1, text + "error: stopped after " + atMost.toSeconds() + " seconds\n");
  }

  private static boolean isDone(Process process, Duration atMost) {
    try {
      boolean isDone = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
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
