package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.diagnostic.Code;
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

  @Test
  void printsOneJsonObject() throws Exception {
    String app = TESTDATA.resolve("apps/order-desk").toString();
    Answer preview = Answer.to("preview", app, "--format", "json");
    JsonNode json = new ObjectMapper().readTree(preview.out());
    assertThat(preview.exitCode()).isZero();
    JsonSchema.named("run-1").check(json);
    assertThat(json.path("apps").size()).isEqualTo(1);
    assertThat(json.path("apps").get(0).path("contract").toString()).contains("equal");
  }

  @Test
  void takesOptionsFromTheSettingsFile() throws Exception {
    Path desk = TESTDATA.resolve("apps/order-desk/src/OrderDesk");
    Files.copy(desk.resolve("OrderDesk.csproj"), folder.resolve("OrderDesk.csproj"));
    Files.copy(desk.resolve("host.json"), folder.resolve("host.json"));
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
