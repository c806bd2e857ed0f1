package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.report.AppReport;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample app, converted as a user would; what needs no .NET. */
final class OrderDeskTest {
  /** Bodies that a rule rewrites, with the rule. */
  private static final Map<String, String> REWRITTEN_BODIES =
      Map.of("OrderDesk.Startup.Configure", "MIG0401");

  @TempDir private Path folder;

  @Test
  void diffIsTheReviewedOne() throws IOException {
    Result preview =
        Migration.preview(
            ConvertedApp.request(ConvertedApp.source("order-desk"), Optional.empty()),
            Progress.SILENT);
    Golden.assertEquals("order-desk.diff", withoutFolder(preview.report().diff().orElseThrow()));
  }

  /** A preview below a larger repository names paths from its root. */
  private static String withoutFolder(String diff) {
    return diff.replace("testdata/apps/order-desk/", "");
  }

  @Test
  void everyStepIsACommitAndHeadIsOnTheBranch() throws Exception {
    ConvertedApp app = ConvertedApp.of("order-desk", folder);
    AppReport report = app.result().report().apps().get(0);
    assertThat(report.steps())
        .extracting(AppReport.StepReport::name)
        .containsExactly("code", "settings");
    assertThat(report.functions()).isEqualTo(22);
    assertThat(report.contract()).isEqualTo(AppReport.ContractState.EQUAL);
    assertThat(Git.run(app.after(), "status", "--porcelain")).isEmpty();
    assertThat(Git.run(app.after(), "branch", "--show-current").strip())
        .isEqualTo("migrate/isolated");
    assertThat(Git.run(app.after(), "log", "--format=%H", "-2").strip().split("\n"))
        .containsExactlyInAnyOrder(report.steps().get(0).commit(), report.steps().get(1).commit());
    assertThat(Git.run(app.after(), "fsck", "--strict")).isEmpty();
  }

  @Test
  void bodiesAreUnchanged() throws IOException {
    ConvertedApp app = ConvertedApp.of("order-desk", folder);
    Map<String, String> before = bodies(app.before());
    Map<String, String> after = bodies(app.after());
    Set<String> changed = new TreeSet<>();
    before.forEach(
        (method, body) -> {
          if (!body.equals(after.get(method))) {
            changed.add(method);
          }
        });
    System.out.println(
        "order-desk: bodies unchanged "
            + (before.size() - changed.size())
            + " of "
            + before.size()
            + ", rewritten by rule: "
            + REWRITTEN_BODIES);
    assertThat(changed).isEqualTo(REWRITTEN_BODIES.keySet());
  }

  private static Map<String, String> bodies(Path root) throws IOException {
    Map<String, String> bodies = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cs")).sorted().toList()) {
        CSharpFile parsed =
            CSharpParser.parse(
                SourceFile.ofBytes(file.toString(), Files.readAllBytes(file)),
                PreprocessorSymbols.of(List.of("DEBUG")));
        parsed.methods().forEach(method -> put(method, bodies));
      }
    }
    return bodies;
  }

  private static void put(MethodDeclaration method, Map<String, String> bodies) {
    String name =
        method.containingType().orElseThrow().metadataName() + "." + method.identifier().text();
    method.body().ifPresent(body -> bodies.merge(name, body.text(), (a, b) -> a + "\n" + b));
  }

  @Test
  void secondRunFindsNothing() throws Exception {
    ConvertedApp app = ConvertedApp.of("order-desk", folder);
    String tip = Git.run(app.after(), "rev-parse", "HEAD");
    Result second =
        Migration.convert(ConvertedApp.request(app.after(), Optional.empty()), Progress.SILENT);
    assertThat(second.exitCode()).isEqualTo(ExitCode.NOTHING_TO_CONVERT);
    assertThat(Git.run(app.after(), "rev-parse", "HEAD")).isEqualTo(tip);
    assertThat(Git.run(app.after(), "status", "--porcelain")).isEmpty();
  }

  @Test
  void restoredFunctionFileIsConvertedAgain() throws Exception {
    ConvertedApp app = ConvertedApp.of("order-desk", folder);
    String file = "src/OrderDesk/Functions/Fulfilment.cs";
    byte[] converted = Files.readAllBytes(app.after().resolve(file));
    Files.copy(
        app.before().resolve(file),
        app.after().resolve(file),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
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
    assertThat(Files.readAllBytes(app.after().resolve(file))).isEqualTo(converted);
    assertThat(Git.run(app.after(), "diff", "--stat", "HEAD~2", "HEAD")).isEmpty();
  }

  @Test
  void commitIdsDependOnNothingButTheInput() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ConvertedApp first = ConvertedApp.of("order-desk", folder.resolve("one"));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      ConvertedApp second = ConvertedApp.of("order-desk", folder.resolve("two"));
      assertThat(Git.run(second.after(), "log", "--format=%H"))
          .isEqualTo(Git.run(first.after(), "log", "--format=%H"));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void changesFewLines() throws Exception {
    ConvertedApp app = ConvertedApp.of("order-desk", folder);
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
    System.out.println(
        "order-desk: changed lines, existing .cs "
            + existing
            + " for 22 functions, other "
            + other);
    // Ten of the 22 functions need an adapter of 8 to 15 lines: 8 lines a function and 120 others
    // would be right; a growth beyond what is reached is a bug.
    assertThat(existing / 22.0).isLessThanOrEqualTo(12.0);
    assertThat(other).isLessThanOrEqualTo(290);
  }
}
