package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import dev.migrator.pipeline.SampleApp.FunctionProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample app before and after its conversion: compiled, tested, run. */
@TestInstance(Lifecycle.PER_CLASS)
final class SampleAppLabTest {
  private static final String SAMPLES = "dev.migrator.pipeline.SampleApp#all";

  private static final Pattern SUMMARY =
      Pattern.compile("Passed! +- Failed: +0, Passed: +([1-9]\\d*), Skipped: +0,.* - (\\S+)\\.dll");

  private final DotnetLab lab;
  private final Path folder;
  private final Map<String, SampleAppInLab> built = new HashMap<>();

  SampleAppLabTest(@TempDir Path folder) {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
  }

  /** Each app with each of its function projects. */
  static List<Arguments> projects() throws IOException {
    List<Arguments> projects = new ArrayList<>();
    for (SampleApp sample : SampleApp.all()) {
      sample.projects().forEach(project -> projects.add(Arguments.of(sample, project)));
    }
    return projects;
  }

  /** Both sides, built once for all tests of an app. */
  private SampleAppInLab app(SampleApp sample) throws IOException {
    SampleAppInLab known = built.get(sample.name());
    if (known != null) {
      return known;
    }
    SampleAppInLab made = SampleAppInLab.build(sample, lab, folder.resolve(sample.name()));
    built.put(sample.name(), made);
    return made;
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void unitTestsPassBeforeAndAfter(SampleApp sample) throws IOException {
    SampleAppInLab app = app(sample);
    String before = passed(app.before(), sample, SampleAppInLab.liftOption(sample));
    String after = passed(app.after(), sample, Optional.empty());
    System.out.println(sample + ": unit tests passed before " + before + ", after " + after);
    assertThat(after).isEqualTo(before);
  }

  /** How many tests of each project passed, which is all of them. */
  private String passed(Path side, SampleApp sample, Optional<String> option) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("test", side.resolve(sample.solution()).toString()));
    arguments.addAll(List.of("--no-build", "-nologo"));
    option.ifPresent(arguments::add);
    String output = lab.dotnet(arguments.toArray(String[]::new)).orFail().stdout();
    List<String> projects =
        SUMMARY
            .matcher(output)
            .results()
            .map(found -> found.group(2) + " " + found.group(1))
            .sorted()
            .toList();
    assertThat(projects).as(output).isNotEmpty();
    return String.join(", ", projects);
  }

  @ParameterizedTest
  @MethodSource("projects")
  void noNewErrorAndNoNewWarning(SampleApp sample, FunctionProject project) throws IOException {
    assertThat(app(sample).newDiagnostics(project)).doesNotContainPattern("(?m)^warning .* new");
  }

  @ParameterizedTest
  @MethodSource("projects")
  void contractsAreEqual(SampleApp sample, FunctionProject project) throws IOException {
    SampleAppInLab app = app(sample);
    Path before = app.contract(app.runs(project).assemblyBefore());
    Path after = app.contract(app.runs(project).assemblyAfter(app.after()));
    Path lock = app.after().resolve(".git/migrator/" + LockName.of(project.path()));
    lab.fnlab("contract-diff", before.toString(), after.toString()).orFail();
    lab.fnlab("contract-diff", lock.toString(), after.toString()).orFail();
    lab.fnlab("contract-diff", before.toString(), lock.toString()).orFail();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void callersNoticeNothing(SampleApp sample, FunctionProject project) throws IOException {
    SampleAppInLab app = app(sample);
    LabRuns.Behaviour behaviour = app.runs(project).behaviour(project.calls());
    System.out.println(sample + " " + project.assembly() + ": " + behaviour.summary());
    assertThat(behaviour.differences())
        .extracting(difference -> difference.function() + "/" + difference.part())
        .as(behaviour.diff().stdout())
        .containsOnlyOnceElementsOf(project.differences().keySet())
        .hasSameSizeAs(project.differences().keySet());
    assertThat(behaviour.calls()).isGreaterThanOrEqualTo(project.minimumCalls());
    assertThat(app.findingIds(project)).containsAll(project.differences().values());
  }

  @ParameterizedTest
  @MethodSource("projects")
  void callersNoticeWhenTheCompatibilityIsNotRegistered(SampleApp sample, FunctionProject project)
      throws IOException {
    SampleAppInLab broken =
        app(sample)
            .withLineDeleted(
                project,
                "builder.UseInProcessCompatibility();",
                folder.resolve("broken-" + project.assembly()));
    assertThat(broken.runs(project).behaviour(project.calls()).diff().exitCode()).isNotZero();
  }
}
