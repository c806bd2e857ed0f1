package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.diagnostic.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands print and how they exit. */
class CommandLineTest {
  private static final Path TESTDATA = Path.of(System.getProperty("testdata.directory"));

  @TempDir Path folder;

  private static List<String> ruleIds() {
    return Answer.to("rules").out().lines().map(line -> line.split(" ")[0]).toList();
  }

  static Stream<String> pages() {
    return Stream.concat(ruleIds().stream(), Arrays.stream(Code.values()).map(Code::id));
  }

  @Test
  void listsEveryRuleThatHasCases() throws Exception {
    try (Stream<Path> folders = Files.list(TESTDATA.resolve("rules"))) {
      assertThat(ruleIds())
          .containsExactlyElementsOf(
              folders.map(path -> path.getFileName().toString().substring(0, 7)).sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void explainsEveryId(String id) {
    Answer answer = Answer.to("explain", id);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("# " + id + " ");
  }

  @Test
  void refusesAnUnknownId() {
    Answer answer = Answer.to("explain", "MIG9999");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("MIG9999");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Answer answer = Answer.to("convert", folder.resolve("nothing").toString());
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("nothing");
  }

  @Test
  void saysWhatToDoWhenMemoryIsShort() throws Exception {
    Path large = folder.resolve("Large.cs");
    Files.writeString(large, "class C { int a; } ".repeat(500_000));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.migrator.cli.Main",
                "syntax",
                large.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed.strip())
        .isEqualTo(
            "migrator: out of memory; run again with more, such as MIGRATOR_JAVA_OPTIONS=-Xmx4g");
  }

  @Test
  void copiesWhatAProjectReferencesBesideIt() throws Exception {
    String app =
        TESTDATA.resolve("apps/claims-intake/src/Claims.Portal/Claims.Portal.csproj").toString();
    Path output = folder.resolve("claims");
    Answer answer =
        Answer.to(
            "convert", app, "--output", output.toString(), "--author", "A <a@example.invalid>");
    assertThat(answer.out()).doesNotContain("is not in the repository");
    for (String copied :
        List.of("src/Claims.Shared/Claims.Shared.csproj", "Directory.Packages.props")) {
      assertThat(output.resolve(copied)).exists();
    }
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("contract equal");
  }

  @Test
  void convertsTheAppOfTheReadme() throws Exception {
    String readme = Files.readString(TESTDATA.resolve("../README.md"));
    assertThat(readme)
        .contains("./migrator convert testdata/apps/order-desk --output target/order-desk\n")
        .contains("\nmvn verify\n");
    String app = TESTDATA.resolve("apps/order-desk").toString();
    Path output = folder.resolve("order-desk");
    Answer converted =
        Answer.to(
            "convert", app, "--output", output.toString(), "--author", "A <a@example.invalid>");
    assertThat(converted.err()).isEmpty();
    assertThat(converted.exitCode()).isZero();
    assertThat(converted.out())
        .contains("22 functions, contract equal")
        .contains("  step code ")
        .contains("  step settings ")
        .contains(" diff ")
        .contains("dotnet build ");
    assertThat(Answer.to("verify", output.toString()).exitCode()).isZero();
    assertThat(Answer.to("verify", output.toString(), "--app", "Other.csproj").exitCode())
        .isEqualTo(6);
    assertThat(Answer.to("convert", output.toString()).exitCode()).isEqualTo(6);
  }

  /** A function that can be converted beside one with a trigger that no rule knows. */
  private Path appWithABlocker() throws Exception {
    Path app = Files.createDirectory(folder.resolve("app"));
    Path desk = TESTDATA.resolve("apps/order-desk/src/OrderDesk");
    Files.copy(desk.resolve("OrderDesk.csproj"), app.resolve("OrderDesk.csproj"));
    Files.copy(desk.resolve("host.json"), app.resolve("host.json"));
    Files.writeString(
        app.resolve("Jobs.cs"),
        """
        using Microsoft.Azure.WebJobs;

        public static class Jobs
        {
            [FunctionName("Done")]
            public static void Done([QueueTrigger("done")] string message) { }

            [FunctionName("Open")]
            public static void Open([QueueTrigger("open")] string message, IBinder binder, Unheard of) { }
        }
        """);
    return app;
  }

  @Test
  void convertsABlockedAppInPartOnlyWhenAsked() throws Exception {
    String app = appWithABlocker().toString();
    Path whole = folder.resolve("whole");
    Path part = folder.resolve("part");
    String author = "A <a@example.invalid>";
    assertThat(Answer.to("convert", app, "--output", whole.toString(), "--author", author))
        .matches(answer -> answer.exitCode() == 3)
        .matches(answer -> answer.out().contains("OrderDesk.csproj: blocked, 2 functions"));
    Answer answer =
        Answer.to("convert", app, "--output", part.toString(), "--author", author, "--partial");
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.out())
        .contains("OrderDesk.csproj: blocked, converted in part, 2 functions")
        .contains("  BLOCKER ")
        .contains("  step code ");
    assertThat(part.resolve("Jobs.cs")).content().contains("[FunctionName(\"Done\")]");
    assertThat(Files.readString(part.resolve(".git/HEAD"))).doesNotContain("migrate/isolated");
    assertThat(part.resolve(".git/refs/heads/migrate/isolated")).exists();
  }

  @Test
  void previewsWhatCanBeConvertedOfABlockedApp() throws Exception {
    String app = appWithABlocker().toString();
    assertThat(Answer.to("preview", app).out()).isEmpty();
    Answer answer = Answer.to("preview", app, "--partial", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(answer.out());
    JsonSchema.named("run-1").check(json);
    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(json.path("diff").asText()).contains("+    [Function(\"Done\")]");
    assertThat(json.path("apps").get(0).path("incomplete").asBoolean()).isTrue();
    assertThat(json.path("apps").get(0).path("status").asText()).isEqualTo("blocked");
  }

  @Test
  void commitsTheContractLockWhenAsked() throws Exception {
    Path output = folder.resolve("locked");
    String app = TESTDATA.resolve("apps/order-desk").toString();
    Answer converted =
        Answer.to(
            "convert",
            app,
            "--output",
            output.toString(),
            "--author",
            "A <a@example.invalid>",
            "--commit-lock");
    assertThat(converted.exitCode()).isZero();
    Path lock = output.resolve(".migrator/src~OrderDesk~OrderDesk.lock.json");
    assertThat(lock).content().contains("\"fnlab-contract/1\"").endsWith("}\n");
    assertThat(Answer.to("convert", output.toString()).exitCode()).isEqualTo(6);
    Files.writeString(lock, Files.readString(lock).replace("\"labels\"", "\"other\""));
    Answer verified = Answer.to("verify", output.toString());
    assertThat(verified.exitCode()).isEqualTo(4);
    assertThat(verified.out()).contains("labels");
  }

  @Test
  void printsOneJsonObject() throws Exception {
    String app = TESTDATA.resolve("apps/order-desk").toString();
    Answer preview = Answer.to("preview", app, "--format", "json");
    JsonNode json = new ObjectMapper().readTree(preview.out());
    assertThat(preview.exitCode()).isZero();
    JsonSchema.named("run-1").check(json);
    assertThat(json.path("apps").size()).isEqualTo(1);
    assertThat(json.path("apps").get(0).path("contract").toString()).contains("equal");
    JsonNode tables = json.path("apps").get(0).path("tables");
    assertThat(tables.path("settings").size()).isPositive();
    assertThat(tables.path("registrations").path("after").size())
        .isGreaterThan(tables.path("registrations").path("before").size());
    assertThat(tables.path("logLevels")).allSatisfy(row -> assertSame(row, "before", "after"));
    assertThat(tables.path("payloads").size()).isPositive();
  }

  private static void assertSame(JsonNode row, String one, String other) {
    assertThat(row.path(one)).isEqualTo(row.path(other));
  }

  @Test
  void takesOptionsFromTheSettingsFile() throws Exception {
    Path desk = TESTDATA.resolve("apps/order-desk/src/OrderDesk");
    Files.copy(desk.resolve("OrderDesk.csproj"), folder.resolve("OrderDesk.csproj"));
    Files.copy(desk.resolve("host.json"), folder.resolve("host.json"));
    Files.writeString(
        folder.resolve("Nightly.cs"),
        """
        using Microsoft.Azure.WebJobs;

        public static class Nightly
        {
            [FunctionName("Nightly")]
            public static void Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer) { }
        }
        """);
    Files.writeString(folder.resolve("migrator.yaml"), "target: net9.0 # until the plan has 10\n");
    String line = "+    <TargetFramework>%s</TargetFramework>\n";
    assertThat(Answer.to("preview", folder.toString()).out()).contains(line.formatted("net9.0"));
    assertThat(Answer.to("preview", folder.toString(), "--target", "net10.0").out())
        .contains(line.formatted("net10.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "targt: net8.0 | migrator.yaml:1: `targt`",
        "output: here | migrator.yaml:1: `output`",
        "target: [net8.0] | migrator.yaml:1: expected one value",
        "target: [net8.0 | migrator.yaml:",
        "net8.0 | migrator.yaml:1: expected lines",
        "target: net7.0 | --target net7.0",
        "edit-ignored: perhaps | perhaps"
      })
  void refusesASettingsFileThatItDoesNotUnderstand(String text, String message) throws Exception {
    Files.writeString(folder.resolve("migrator.yaml"), text + "\n");
    Answer answer = Answer.to("preview", folder.toString());
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(message);
  }
}
