package dev.migrator.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code dotnet} command of this machine.
 *
 * @param command where it is
 * @param versions of the SDKs that it lists; empty where it lists none or does not answer
 */
public record DotnetSdk(Path command, List<String> versions) {
  private static final Pattern SDK = Pattern.compile("(?m)^(\\d+\\.\\d+\\.\\S+) \\[");
  private static final int SECONDS_TO_ANSWER = 20;

  public DotnetSdk {
    versions = List.copyOf(versions);
  }

  /** The one on PATH, as a user's shell would start it, else the one in DOTNET_ROOT. */
  public static Optional<DotnetSdk> find(Map<String, String> environment) {
    return folders(environment)
        .flatMap(folder -> Stream.of(folder.resolve("dotnet"), folder.resolve("dotnet.exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(command -> new DotnetSdk(command, list(command, environment)));
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

  /** Asks {@code dotnet --list-sdks}, which neither uses the network nor writes a file. */
  private static List<String> list(Path command, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command.toString(), "--list-sdks");
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().put("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
      builder.environment().put("DOTNET_NOLOGO", "1");
      Path answer = Files.createTempFile("migrator", ".txt");
      try {
        builder.redirectErrorStream(true).redirectOutput(answer.toFile());
        return run(builder)
            ? versions(Files.readString(answer, StandardCharsets.UTF_8))
            : List.of();
      } finally {
        Files.delete(answer);
      }
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean run(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static List<String> versions(String answer) {
    List<String> versions = new ArrayList<>();
    Matcher matcher = SDK.matcher(answer);
    while (matcher.find()) {
      versions.add(matcher.group(1));
    }
    return versions;
  }

  /** Whether an SDK can build for .NET of this major version: SDKs build for older ones too. */
  public boolean builds(int major) {
    return versions.stream()
        .map(version -> version.substring(0, version.indexOf('.')))
        .anyMatch(version -> Integer.parseInt(version) >= major);
  }
}
