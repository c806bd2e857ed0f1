package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.machine.DotnetSdk;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds projects of a snapshot with the .NET SDK in a folder of its own, so that no {@code bin} or
 * {@code obj} reaches the user's tree. Closing it deletes the folder.
 */
public final class BuildCheck implements AutoCloseable {
  private static final String COMPILER = "correct the line, or report it where the tool wrote it";

  /** Without it the platform takes a deployed folder for no function app. */
  private static final String PAYLOAD = "host.json";

  private final DotnetSdk sdk;
  private final Path root;
  private final Path folder;

  private BuildCheck(DotnetSdk sdk, Path root) {
    this.sdk = sdk;
    this.root = root;
    this.folder = root.resolve("tree");
  }

  /** Writes the snapshot to a new temporary folder. */
  public static BuildCheck of(DotnetSdk sdk, FileTree tree) throws IOException {
    BuildCheck check =
        new BuildCheck(sdk, Files.createTempDirectory("migrator-build").toRealPath());
    for (String path : tree.paths()) {
      Path file = check.folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, tree.read(path).orElseThrow());
    }
    return check;
  }

  /** Whether the app and its test projects compile; the errors otherwise. */
  public List<Diagnostic> build(String app, List<String> tests) throws IOException {
    List<Diagnostic> errors = new ArrayList<>(build(app));
    if (errors.isEmpty()) {
      for (String test : tests) {
        errors.addAll(build(test));
      }
    }
    return errors;
  }

  /** The same, and whether the tests pass and what is published can be deployed. */
  public List<Diagnostic> buildTestAndPublish(String app, List<String> tests) throws IOException {
    List<Diagnostic> errors = new ArrayList<>(build(app, tests));
    if (errors.isEmpty()) {
      for (String test : tests) {
        errors.addAll(test(test));
      }
      errors.addAll(publish(app));
    }
    return errors;
  }

  private List<Diagnostic> build(String project) throws IOException {
    DotnetSdk.Ran ran = run("build", project, "-nologo", "-v:q", "-clp:NoSummary;ErrorsOnly");
    return failures(ran, project, Code.BUILD_FAILED, COMPILER);
  }

  private List<Diagnostic> test(String project) throws IOException {
    DotnetSdk.Ran ran = run("test", project, "--no-build", "-nologo", "-v:q");
    return failures(ran, project, Code.TEST_FAILED, "run `dotnet test " + project + "`");
  }

  private List<Diagnostic> publish(String app) throws IOException {
    Path output = Files.createTempDirectory(root, "published");
    DotnetSdk.Ran ran =
        run(
            "publish",
            app,
            "-nologo",
            "-v:q",
            "-clp:NoSummary;ErrorsOnly",
            "-o",
            output.toString());
    if (ran.succeeded() && !Files.exists(output.resolve(PAYLOAD))) {
      return List.of(
          Diagnostic.of(
              Code.PAYLOAD_INCOMPLETE,
              Location.ofFile(app),
              "`dotnet publish` writes no " + PAYLOAD,
              "copy it to the output: <None Update=\"host.json\">"
                  + "<CopyToOutputDirectory>PreserveNewest</CopyToOutputDirectory></None>"));
    }
    return failures(ran, app, Code.BUILD_FAILED, COMPILER);
  }

  private DotnetSdk.Ran run(String... arguments) throws IOException {
    return sdk.run(folder, List.of(arguments));
  }

  private List<Diagnostic> failures(DotnetSdk.Ran ran, String project, Code code, String advice) {
    return ran.succeeded() ? List.of() : new BuildOutput(folder, project).errors(ran, code, advice);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
