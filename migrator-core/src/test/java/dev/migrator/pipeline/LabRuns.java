package dev.migrator.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Calls of {@code testdata/calls} on a built app before and after its conversion.
 *
 * @param app in two folders
 * @param project path of the function app in both
 * @param folder for results
 * @param ofBefore more arguments for the runs before the conversion
 */
record LabRuns(
    DotnetLab lab, ConvertedApp app, String project, Path folder, List<String> ofBefore) {
  private static final ObjectMapper JSON = new ObjectMapper();

  LabRuns {
    ofBefore = List.copyOf(ofBefore);
  }

  LabRuns(DotnetLab lab, ConvertedApp app, String project, Path folder) {
    this(lab, app, project, folder, List.of());
  }

  /** The same with other arguments for the runs before the conversion. */
  LabRuns withBefore(List<String> arguments) {
    return new LabRuns(lab, app, project, folder, arguments);
  }

  /** Builds a solution or project on both sides. */
  void build(String target) {
    for (Path side : List.of(app.before(), app.after())) {
      build(side, target);
    }
  }

  void build(Path side, String target) {
    lab.dotnet("build", side.resolve(target).toString(), "-v:q", "-nologo").orFail();
  }

  Path assemblyBefore() {
    return assembly(app.before(), "bin/");
  }

  Path assemblyAfter(Path after) {
    return assembly(after, "");
  }

  /** Below the one folder of the build that is named after a target framework. */
  private Path assembly(Path side, String folderBelow) {
    Path file = side.resolve(project);
    String name = file.getFileName().toString().replace(".csproj", ".dll");
    try (Stream<Path> frameworks = Files.list(file.resolveSibling("bin/Debug"))) {
      return frameworks
          .map(framework -> framework.resolve(folderBelow + name))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + name + " below " + side));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same calls on both sides, compared by the lab. */
  Behaviour behaviour(String calls, String... settings) throws IOException {
    return behaviour(app.after(), calls, settings);
  }

  /** With another folder as the converted app. */
  Behaviour behaviour(Path after, String calls, String... settings) throws IOException {
    Path testdata = Path.of(System.getProperty("testdata.directory"));
    return behaviour(after, testdata.resolve("calls").resolve(calls), settings);
  }

  /** Calls of a file that is not ours. */
  Behaviour behaviourOf(Path calls, String... settings) throws IOException {
    return behaviour(app.after(), calls, settings);
  }

  private Behaviour behaviour(Path after, Path calls, String... settings) throws IOException {
    Path beforeOut = Files.createTempFile(folder, "before", ".jsonl");
    Path afterOut = Files.createTempFile(folder, "after", ".jsonl");
    List<String> before = arguments(assemblyBefore(), calls, beforeOut, settings);
    before.addAll(ofBefore);
    lab.fnrunInProcess(before.toArray(String[]::new)).orFail();
    DotnetLab.Result run =
        lab.fnrun(
            arguments(assemblyAfter(after), calls, afterOut, settings).toArray(String[]::new));
    DotnetLab.Result diff =
        run.succeeded() ? lab.fnrun("diff", beforeOut.toString(), afterOut.toString()) : run;
    return new Behaviour(diff, results(beforeOut), results(afterOut));
  }

  private List<String> arguments(Path assembly, Path calls, Path out, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(assembly.toString()));
    arguments.addAll(List.of("--calls", calls.toString(), "--out", out.toString()));
    Path file = app.before().resolve(project).resolveSibling("local.settings.json");
    if (Files.exists(file)) {
      arguments.addAll(List.of("--settings-file", file.toString()));
    }
    Stream.of(settings).forEach(setting -> arguments.addAll(List.of("--setting", setting)));
    return arguments;
  }

  private static List<JsonNode> results(Path file) throws IOException {
    List<JsonNode> results = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      results.add(JSON.readTree(line));
    }
    return results;
  }

  /**
   * What callers and queues saw.
   *
   * @param diff of the lab; or the run that did not start
   * @param before one line for the functions, then one for each call
   * @param after the same of the converted app
   */
  record Behaviour(DotnetLab.Result diff, List<JsonNode> before, List<JsonNode> after) {
    static final Behaviour NONE =
        new Behaviour(new DotnetLab.Result(1, "", "nothing was run"), List.of(), List.of());

    private static final Pattern EQUAL = Pattern.compile("behaviour equal (\\d+) of (\\d+)");
    private static final Pattern LINE =
        Pattern.compile("(?m)^(\\d+) (\\S+) ([a-z-]+(?::[^ :\\n][^:\\n]*)?): .*$");

    Behaviour {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** {@code behaviour equal N of M}. */
    String summary() {
      Matcher equal = counts();
      return equal.group();
    }

    int calls() {
      return Integer.parseInt(counts().group(2));
    }

    int equal() {
      return Integer.parseInt(counts().group(1));
    }

    private Matcher counts() {
      Matcher equal = EQUAL.matcher(diff.stdout());
      if (!equal.find()) {
        throw new AssertionError(diff.stdout() + diff.stderr());
      }
      return equal;
    }

    List<Difference> differences() {
      return LINE.matcher(diff.stdout())
          .results()
          .map(line -> new Difference(line.group(2), line.group(3), line.group()))
          .toList();
    }
  }

  /**
   * One line of the comparison.
   *
   * @param part {@code status}, {@code body}, {@code output:queue x}
   */
  record Difference(String function, String part, String line) {}
}
