package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.pipeline.SampleApp.FunctionProject;
import dev.migrator.report.AppReport;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample app, converted as a user would; what needs no .NET. */
final class SampleAppTest {
  private static final String SAMPLES = "dev.migrator.pipeline.SampleApp#all";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void diffIsTheReviewedOne(SampleApp sample) throws IOException {
    Result preview =
        Migration.preview(ConvertedApp.request(sample.source(), Optional.empty()), Progress.SILENT);
    Golden.assertEquals(
        sample.name() + ".diff", withoutFolder(sample, preview.report().diff().orElseThrow()));
  }

  /** A preview below a larger repository names paths from its root. */
  private static String withoutFolder(SampleApp sample, String diff) {
    return diff.replace("testdata/apps/" + sample.name() + "/", "");
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void everyStepIsACommitAndHeadIsOnTheBranch(SampleApp sample) throws Exception {
    ConvertedApp app = sample.convert(folder);
    List<AppReport> reports = app.result().report().apps();
    assertThat(reports).hasSameSizeAs(sample.projects());
    List<String> commits = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      assertReport(reports.get(i), sample.projects().get(i));
      reports.get(i).steps().forEach(step -> commits.add(0, step.commit()));
    }
    assertThat(Git.run(app.after(), "status", "--porcelain")).isEmpty();
    assertThat(Git.run(app.after(), "branch", "--show-current").strip())
        .isEqualTo("migrate/isolated");
    assertThat(Git.run(app.after(), "log", "--format=%H", "main..HEAD").strip().split("\n"))
        .containsExactlyElementsOf(commits);
    assertThat(Git.run(app.after(), "fsck", "--strict")).isEmpty();
  }

  private static void assertReport(AppReport report, FunctionProject project) {
    assertThat(report.path()).isEqualTo(project.path());
    assertThat(report.steps())
        .extracting(AppReport.StepReport::name)
        .containsExactlyElementsOf(project.steps());
    assertThat(report.functions()).isEqualTo(project.functions());
    assertThat(report.contract()).isEqualTo(AppReport.ContractState.EQUAL);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void bodiesAreUnchanged(SampleApp sample) throws IOException {
    ConvertedApp app = sample.convert(folder);
    Map<String, String> before = bodies(app.before());
    Map<String, String> after = bodies(app.after());
    Set<String> changed = new TreeSet<>();
    before.forEach(
        (method, body) -> {
          if (!body.equals(after.get(method))) {
            changed.add(method);
          }
        });
    System.out.printf(
        Locale.ROOT,
        "%s: bodies unchanged %d of %d, rewritten by rule: %s%n",
        sample,
        before.size() - changed.size(),
        before.size(),
        sample.rewrittenBodies());
    assertThat(changed).isEqualTo(sample.rewrittenBodies().keySet());
  }

  private static Map<String, String> bodies(Path root) throws IOException {
    Map<String, String> bodies = new TreeMap<>();
    for (Path file : sources(root)) {
      CSharpFile parsed =
          CSharpParser.parse(
              SourceFile.ofBytes(file.toString(), Files.readAllBytes(file)),
              PreprocessorSymbols.of(List.of("DEBUG")));
      parsed.methods().forEach(method -> put(method, bodies));
    }
    return bodies;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".cs")).sorted().toList();
    }
  }

  private static void put(MethodDeclaration method, Map<String, String> bodies) {
    String name =
        method.containingType().orElseThrow().metadataName() + "." + method.identifier().text();
    method.body().ifPresent(body -> bodies.merge(name, body.text(), (a, b) -> a + "\n" + b));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void testsChangeInUsingsAndKnownLinesOnly(SampleApp sample) throws IOException {
    ConvertedApp app = sample.convert(folder);
    List<Path> tests = sources(app.before().resolve("tests"));
    assertThat(tests).isNotEmpty();
    Set<String> rewritten = new TreeSet<>();
    long assertions = 0;
    for (Path test : tests) {
      Path after = app.after().resolve(app.before().relativize(test).toString());
      List<String> expected = new ArrayList<>();
      for (String line : withoutUsings(test)) {
        String known = sample.rewrittenTestLines().get(line.strip());
        if (known == null) {
          expected.add(line);
        } else {
          rewritten.add(line.strip());
          if (!known.isEmpty()) {
            expected.add(line.replace(line.strip(), known));
          }
        }
      }
      assertThat(withoutUsings(after)).as(test.toString()).isEqualTo(expected);
      assertThat(assertions(after)).as(test.toString()).isEqualTo(assertions(test));
      assertions += assertions(test);
    }
    System.out.println(sample + ": lines with assertions before and after: " + assertions);
    assertThat(rewritten).isEqualTo(sample.rewrittenTestLines().keySet());
  }

  private static long assertions(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.contains("Assert.")).count();
  }

  private static List<String> withoutUsings(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("using ") && !line.startsWith("\uFEFFusing "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void secondRunFindsNothing(SampleApp sample) throws Exception {
    ConvertedApp app = sample.convert(folder);
    String tip = Git.run(app.after(), "rev-parse", "HEAD");
    Result second =
        Migration.convert(ConvertedApp.request(app.after(), Optional.empty()), Progress.SILENT);
    assertThat(second.exitCode()).isEqualTo(ExitCode.NOTHING_TO_CONVERT);
    assertThat(Git.run(app.after(), "rev-parse", "HEAD")).isEqualTo(tip);
    assertThat(Git.run(app.after(), "status", "--porcelain")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void restoredFunctionFileIsConvertedAgain(SampleApp sample) throws Exception {
    ConvertedApp app = sample.convert(folder);
    Path file = app.after().resolve(sample.restored());
    byte[] converted = Files.readAllBytes(file);
    Files.copy(app.before().resolve(sample.restored()), file, StandardCopyOption.REPLACE_EXISTING);
    Git.run(
        app.after(),
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.invalid",
        "commit",
        "-qam",
        "Restore");
    Result second =
        Migration.convert(ConvertedApp.request(app.after(), Optional.empty()), Progress.SILENT);
    assertThat(second.exitCode()).as(second.toString()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(file)).isEqualTo(converted);
    assertThat(Git.run(app.after(), "diff", "--stat", "HEAD~2", "HEAD")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void commitIdsDependOnNothingButTheInput(SampleApp sample) throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ConvertedApp first = sample.convert(folder.resolve("one"));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      ConvertedApp second = sample.convert(folder.resolve("two"));
      assertThat(Git.run(second.after(), "log", "--format=%H"))
          .isEqualTo(Git.run(first.after(), "log", "--format=%H"));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void changesFewLines(SampleApp sample) throws Exception {
    ConvertedApp app = sample.convert(folder);
    int existing = 0;
    int other = 0;
    for (String line :
        Git.run(app.after(), "diff", "--numstat", "main", "HEAD").strip().split("\n")) {
      String[] cells = line.split("\t");
      int lines = Integer.parseInt(cells[0]) + Integer.parseInt(cells[1]);
      if (cells[2].endsWith(".cs") && Files.exists(app.before().resolve(cells[2]))) {
        existing += lines;
      } else {
        other += lines;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: changed lines, existing .cs %d for %d functions, other %d%n",
        sample,
        existing,
        sample.functions(),
        other);
    assertThat(existing / (double) sample.functions())
        .isLessThanOrEqualTo(sample.limits().existingPerFunction());
    assertThat(other).isLessThanOrEqualTo(sample.limits().other());
  }
}
