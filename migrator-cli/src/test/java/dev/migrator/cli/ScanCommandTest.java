package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code migrator scan} lists. */
class ScanCommandTest {
  private static final String IN_PROCESS =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.1" />
        </ItemGroup>
      </Project>
      """;
  private static final String ORDERS =
      """
      using Microsoft.Azure.WebJobs;

      public static class Orders
      {
          [FunctionName("TakeOrder")]
          [return: Queue("shipments")]
          public static string Take([QueueTrigger("orders", Connection = "Shop")] string order) => order;
      }
      """;

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void goodApp(String name) throws IOException {
    write(name + "/" + name + ".csproj", IN_PROCESS);
    write(name + "/host.json", "{ \"version\": \"2.0\" }");
    write(name + "/Orders.cs", ORDERS);
  }

  private void project(String path, String sdk, String packageId) throws IOException {
    write(
        path,
        """
        <Project Sdk="%s">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="%s" Version="1.0.0" />
          </ItemGroup>
        </Project>
        """
            .formatted(sdk, packageId));
  }

  private void everyKind() throws IOException {
    goodApp("Good");
    project("Isolated/Isolated.csproj", "Microsoft.NET.Sdk", "Microsoft.Azure.Functions.Worker");
    write(
        "Isolated/Ping.cs",
        """
        using Microsoft.Azure.Functions.Worker;

        public class Ping
        {
            [Function("Ping")]
            public void Run([TimerTrigger("0 * * * * *")] object timer) { }
        }
        """);
    project("FSharp/FSharp.fsproj", "Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Functions");
    project("Basic/Basic.vbproj", "Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Functions");
    project("FSharpLibrary/FSharpLibrary.fsproj", "Microsoft.NET.Sdk", "Polly");
    project("Web/Web.csproj", "Microsoft.NET.Sdk.Web", "Polly");
    project("Jobs/Jobs.csproj", "Microsoft.NET.Sdk", "Microsoft.Azure.WebJobs.Extensions");
    write("Scripts/host.json", "{}");
    write("Scripts/Resize/run.csx", "public static void Run(string item) { }");
    write(
        "Scripts/Resize/function.json",
        """
        { "bindings": [
            { "type": "queueTrigger", "direction": "in", "name": "item", "queueName": "images" } ] }
        """);
    write("Scripts/Broken/run.csx", "");
    write("Scripts/Broken/function.json", "{ \"bindings\": [ ,");
    write("NoXml/NoXml.csproj", "this is no project");
    goodApp("Unfinished");
    write("Unfinished/Half.cs", "public class Half { public void Run( }");
  }

  private static JsonNode json(Answer answer) throws IOException {
    JsonNode json = new ObjectMapper().readTree(answer.out());
    JsonSchema.named("scan-1").check(json);
    return json;
  }

  private static JsonNode app(JsonNode scan, String path) {
    for (JsonNode app : scan.path("apps")) {
      if (app.path("path").asText().equals(path)) {
        return app;
      }
    }
    throw new AssertionError("no app " + path);
  }

  private static List<String> texts(JsonNode array, String member) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.path(member).asText()));
    return texts;
  }

  @ParameterizedTest
  @CsvSource({
    "Good/Good.csproj,             in-process,    converted, 1, FIN0201",
    "Isolated/Isolated.csproj,     isolated,      unchanged, 1, ''",
    "FSharp/FSharp.fsproj,         fsharp,        skipped,   0, FIN0101",
    "Basic/Basic.vbproj,           visual-basic,  skipped,   0, FIN0101",
    "Web/Web.csproj,               web,           skipped,   0, FIN0101",
    "Jobs/Jobs.csproj,             webjobs,       skipped,   0, FIN0101",
    "Scripts/host.json,            csharp-script, skipped,   2, FIN0001",
    "NoXml/NoXml.csproj,           unreadable,    blocked,   0, FIN0001",
    "Unfinished/Unfinished.csproj, in-process,    blocked,   1, FIN0001",
  })
  void recognisesEveryKind(String path, String kind, String status, int functions, String finding)
      throws IOException {
    everyKind();
    Answer answer = Answer.to("scan", folder.toString(), "--format", "json");
    assertThat(answer.exitCode()).isZero();
    JsonNode app = app(json(answer), path);
    assertThat(app.path("kind").asText()).isEqualTo(kind);
    assertThat(app.path("status").asText()).isEqualTo(status);
    assertThat(app.path("functions").asInt())
        .isEqualTo(functions)
        .isEqualTo(app.path("functionList").size());
    assertThat(texts(app.path("findings"), "id"))
        .satisfies(
            ids -> assertThat(finding.isEmpty() || ids.contains(finding)).as("%s", ids).isTrue());
    assertThat(app.has("effort")).isEqualTo(kind.equals("in-process"));
  }

  @Test
  void countsWhatIsNoApp() throws IOException {
    everyKind();
    JsonNode scan = json(Answer.to("scan", folder.toString(), "--format", "json"));
    assertThat(scan.path("apps")).hasSize(9);
    assertThat(scan.path("roots").path(0).path("projects").asInt()).isEqualTo(9);
    assertThat(scan.path("roots").path(0).path("commit").asText()).isEmpty();
  }

  @Test
  void tellsWhatAFunctionIsBoundTo() throws IOException {
    goodApp("Good");
    JsonNode app =
        json(Answer.to("scan", folder.toString(), "--format", "json")).path("apps").path(0);
    JsonNode function = app.path("functionList").path(0);
    assertThat(function.path("name").asText()).isEqualTo("TakeOrder");
    assertThat(function.path("trigger").asText()).isEqualTo("queueTrigger");
    assertThat(function.path("file").asText()).isEqualTo("Good/Orders.cs");
    assertThat(function.path("line").asInt()).isEqualTo(7);
    assertThat(texts(function.path("bindings"), "kind")).containsExactly("queueTrigger", "queue");
    JsonNode properties = function.path("bindings").path(0).path("properties");
    assertThat(properties.path("queueName").asText()).isEqualTo("orders");
    assertThat(properties.path("connection").asText()).isEqualTo("Shop");
    assertThat(texts(app.path("packages"), "version")).containsExactly("4.4.0", "5.3.1");
    assertThat(app.path("targetFrameworks").path(0).asText()).isEqualTo("net8.0");
    assertThat(app.path("functionsVersion").asText()).isEqualTo("v4");
    JsonNode effort = app.path("effort");
    assertThat(effort.path("minutes").asInt())
        .isEqualTo(
            effort.path("review").asInt()
                + effort.path("findings").asInt()
                + effort.path("blockers").asInt())
        .isGreaterThan(60);
  }

  @Test
  void namesAnAttributeThatDoesNotResolve() throws IOException {
    goodApp("Good");
    write("Good/Orders.cs", ORDERS.replace("QueueTrigger(", "CarrierPigeonTrigger("));
    JsonNode app =
        json(Answer.to("scan", folder.toString(), "--format", "json")).path("apps").path(0);
    assertThat(app.path("status").asText()).isEqualTo("blocked");
    assertThat(app.path("functionList").path(0).path("trigger").asText()).isEmpty();
    assertThat(app.path("functionList").path(0).path("unresolved").path(0).asText())
        .isEqualTo("CarrierPigeonTrigger");
    assertThat(Answer.to("scan", folder.toString()).out())
        .contains("TakeOrder  no single trigger  out queue, unresolved CarrierPigeonTrigger  ");
  }

  @Test
  void printsSumsForPeople() throws IOException {
    everyKind();
    Answer answer = Answer.to("scan", folder.toString());
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains(" on disk, 9 projects\n")
        .contains(
            "Good/Good.csproj: C# in-process, net8.0, v4, 1 function, can be converted, about 2 h\n")
        .contains("  function TakeOrder  queueTrigger  out queue  Good/Orders.cs:7\n")
        .contains("  packages Microsoft.NET.Sdk.Functions 4.4.0, ")
        .contains(
            "\n9 apps, 5 functions\n  C# in-process: 2 (1 blocked, 1 can be converted, about ")
        .endsWith("  unreadable project: 1\n");
  }

  @Test
  void readsSeveralPathsAndListsAnAppOnce() throws IOException {
    goodApp("First");
    goodApp("Second");
    write(
        "First/First.sln",
        "Project(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"First\", \"First.csproj\", \"{1}\"\nEndProject\n");
    JsonNode scan =
        json(
            Answer.to(
                "scan",
                "--format",
                "json",
                folder.resolve("First/First.sln").toString(),
                folder.resolve("Second/Second.csproj").toString(),
                folder.resolve("First").toString()));
    assertThat(scan.path("roots")).hasSize(3);
    assertThat(texts(scan.path("apps"), "path")).containsExactly("First.csproj", "Second.csproj");
  }

  @Test
  void narrowsByAGlob() throws IOException {
    everyKind();
    JsonNode scan =
        json(Answer.to("scan", folder.toString(), "--app", "*.fsproj", "--format", "json"));
    assertThat(texts(scan.path("apps"), "path")).containsExactly("FSharp/FSharp.fsproj");
  }

  @Test
  void findsNothingInAnEmptyFolder() throws IOException {
    Answer answer = Answer.to("scan", folder.toString(), "--format", "json");
    assertThat(answer.exitCode()).isEqualTo(6);
    assertThat(json(answer).path("apps")).isEmpty();
    assertThat(answer.err()).contains("no function app");
  }

  @Test
  void refusesAPathThatIsNotThereBeforeItReadsTheOthers() throws IOException {
    goodApp("Good");
    Answer answer = Answer.to("scan", folder.toString(), folder.resolve("gone").toString());
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("gone does not exist");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void reportsAFileThatIsNoText() throws IOException {
    goodApp("Good");
    Files.write(folder.resolve("Good/Latin.cs"), "// Café".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        folder.resolve("Latin.csproj"), "<!-- Café -->".getBytes(StandardCharsets.ISO_8859_1));
    JsonNode scan = json(Answer.to("scan", folder.toString(), "--format", "json"));
    assertThat(texts(scan.path("roots").path(0).path("findings"), "file"))
        .containsExactly("Latin.csproj");
    assertThat(texts(scan.path("apps").path(0).path("findings"), "id")).contains("FIN0002");
    assertThat(scan.path("apps").path(0).path("functions").asInt()).isOne();
  }
}
