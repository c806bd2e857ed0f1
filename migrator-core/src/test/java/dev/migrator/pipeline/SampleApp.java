package dev.migrator.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app of testdata with what its conversion must look like; {@code testdata/apps/NAME.json}
 * describes the folder {@code testdata/apps/NAME}.
 *
 * @param name of the folder
 * @param solution that builds all of it
 * @param projects the function apps
 * @param restored a file with functions that is put back to its in-process form
 * @param rewrittenBodies methods whose bodies a rule rewrites, with the rule
 * @param rewrittenTestLines lines of tests, usings apart, with what stands there afterwards:
 *     nothing where the line goes
 * @param lift file of {@code testdata/lift} with which the lab builds the side before; null where
 *     it builds that as it stands
 * @param limits of changed lines
 */
record SampleApp(
    String name,
    String solution,
    List<FunctionProject> projects,
    String restored,
    Map<String, String> rewrittenBodies,
    Map<String, String> rewrittenTestLines,
    @Nullable String lift,
    Limits limits) {

  SampleApp {
    projects = List.copyOf(projects);
    rewrittenBodies = Map.copyOf(rewrittenBodies);
    rewrittenTestLines = Map.copyOf(rewrittenTestLines);
  }

  /**
   * One function app.
   *
   * @param path of the project file
   * @param functions that it holds
   * @param steps of its conversion
   * @param calls file in {@code testdata/calls}
   * @param minimumCalls that the file must hold
   * @param differences {@code FUNCTION/PART} as {@code fnrun diff} names it, with the id of the
   *     finding that announces it
   */
  record FunctionProject(
      String path,
      int functions,
      List<String> steps,
      String calls,
      int minimumCalls,
      Map<String, String> differences) {

    FunctionProject {
      steps = List.copyOf(steps);
      differences = Map.copyOf(differences);
    }

    /** The folder of the project file. */
    String directory() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    /** The file name of the program, without extension. */
    String assembly() {
      return path.substring(path.lastIndexOf('/') + 1, path.length() - ".csproj".length());
    }
  }

  /**
   * What a reviewer has to read at most; a growth beyond what is reached is a bug.
   *
   * @param existingPerFunction changed lines of the .cs files that there were, for each function
   * @param other changed lines of all other files
   */
  record Limits(double existingPerFunction, int other) {}

  /** Every app of testdata, by name. */
  static List<SampleApp> all() throws IOException {
    try (Stream<Path> files = Files.list(testdata().resolve("apps"))) {
      List<Path> descriptions = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      ObjectMapper json = new ObjectMapper();
      List<SampleApp> apps = new ArrayList<>();
      for (Path description : descriptions) {
        apps.add(json.readValue(description.toFile(), SampleApp.class));
      }
      return apps;
    }
  }

  static Path testdata() {
    return Path.of(System.getProperty("testdata.directory"));
  }

  int functions() {
    return projects.stream().mapToInt(FunctionProject::functions).sum();
  }

  /** The file with which the lab builds the side before, if it needs one. */
  Optional<Path> liftFile() {
    return Optional.ofNullable(lift).map(testdata().resolve("lift")::resolve);
  }

  Path source() {
    return ConvertedApp.source(name);
  }

  ConvertedApp convert(Path folder) throws IOException {
    return ConvertedApp.of(name, folder);
  }

  @Override
  public String toString() {
    return name;
  }
}
