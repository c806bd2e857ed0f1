package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users map in migrator.yaml, from the file to the result. */
class UserMapsTest {
  private static final String MAPS =
      """
      maps:
        packages:
          Contoso.Feeds: [Contoso.Functions.Worker.Feeds 2.1.0, Contoso.Core 1.2.0]
          AzureExtensions.Swashbuckle: remove
        types:
          Contoso.Feeds.FeedItem: Contoso.Functions.Worker.WorkItem
        attributes:
          Contoso.Feeds.FeedTriggerAttribute:
            binding: feedTrigger
            input: Contoso.Functions.Worker.FeedTriggerAttribute
            arguments:
              FeedName: Name
              Legacy: drop
          Contoso.Feeds.FeedAttribute:
            binding: feed
            input: Contoso.Functions.Worker.FeedInputAttribute
            output: Contoso.Functions.Worker.FeedOutputAttribute
          Contoso.Audit.AuditedAttribute: keep
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeApp() throws Exception {
    Files.writeString(
        folder.resolve("Feeds.csproj"),
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <AzureFunctionsVersion>v4</AzureFunctionsVersion>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AzureExtensions.Swashbuckle" Version="2.0.0" />
            <PackageReference Include="Contoso.Feeds" Version="1.0.0" />
            <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
          </ItemGroup>
        </Project>
        """);
    Files.writeString(folder.resolve("host.json"), "{ \"version\": \"2.0\" }\n");
    Files.writeString(
        folder.resolve("Import.cs"),
        """
        using Contoso.Audit;
        using Contoso.Feeds;
        using Microsoft.Azure.WebJobs;

        namespace Shop
        {
            public static class Import
            {
                [FunctionName("Import")]
                public static void Run(
                    [FeedTrigger("orders", FeedName = "eu", Legacy = true), Audited] FeedItem item,
                    [Feed("archive")] ICollector<string> archive)
                {
                    archive.Add("x");
                }
            }
        }
        """);
  }

  @Test
  void blocksWhatNobodyMaps() {
    Answer answer = Answer.to("preview", folder.toString());
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.err()).contains("FIN0102", "FIN0302");
  }

  @Test
  void convertsWhatTheUserMaps() throws Exception {
    Files.writeString(folder.resolve("migrator.yaml"), MAPS);
    Answer answer = Answer.to("preview", folder.toString(), "--format", "json");
    JsonNode app = new ObjectMapper().readTree(answer.out()).path("apps").path(0);
    assertThat(app.path("status").textValue()).as(answer.out()).isEqualTo("converted");
    assertThat(app.path("contract").textValue()).isEqualTo("equal");
    assertThat(app.path("findings").findValuesAsText("message"))
        .contains(
            "migrator.yaml says what becomes of package Contoso.Feeds",
            "migrator.yaml says what becomes of package AzureExtensions.Swashbuckle",
            "migrator.yaml says what becomes of `Contoso.Feeds.FeedTriggerAttribute`",
            "migrator.yaml says what becomes of `Contoso.Feeds.FeedItem`",
            "migrator.yaml says what becomes of `Contoso.Audit.AuditedAttribute`");
    assertThat(new ObjectMapper().readTree(answer.out()).path("diff").textValue())
        .contains(
            "-    <PackageReference Include=\"AzureExtensions.Swashbuckle\"",
            "+    <PackageReference Include=\"Contoso.Functions.Worker.Feeds\" Version=\"2.1.0\" />",
            "+    <PackageReference Include=\"Contoso.Core\" Version=\"1.2.0\" />",
            "FeedTrigger(\"orders\", Name = \"eu\"), Audited] WorkItem item",
            "[FeedOutput(\"archive\")]",
            "-using Contoso.Feeds;",
            "+using Contoso.Functions.Worker;")
        .doesNotContain("-using Contoso.Audit;");
  }

  @Test
  void mapsForScanToo() throws Exception {
    Files.writeString(folder.resolve("migrator.yaml"), MAPS);
    assertThat(Answer.to("scan", folder.toString()).out()).doesNotContain("FIN0102", "FIN0302");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps: yes | :1: expected `packages`, `types` or `attributes`",
        "maps:~  package:~    A: B 1.0 | :2: `package` is no map",
        "maps:~  packages: A | :2: expected lines of the form",
        "maps:~  packages:~    Contoso.A: Contoso.B | :3: which version of Contoso.B?",
        "maps:~  packages:~    Contoso.A: Contoso.B newest | :3: expected `Id 1.2.3`",
        "maps:~  packages:~    Contoso.A: {} | :3: expected one value",
        "maps:~  packages:~    Contoso A: keep | :3: `Contoso A` is no id",
        "maps:~  types:~    Item: Contoso.Item | :3: `Item` is no full name",
        "maps:~  types:~    Contoso.Item: Item | :3: `Item` is no full name",
        "maps:~  attributes:~    Contoso.Feed: keep | :3: write the full name of the class",
        "maps:~  attributes:~    C.FeedAttribute:~      kind: feed | :4: `kind` is unknown",
        "maps:~  attributes:~    C.FeedAttribute:~      binding: feed | :3: write the attribute",
        "maps:~  attributes:~    C.FeedAttribute:~      input: C.NewAttribute | :3: which `binding`?",
        "maps:~  attributes:~    C.FeedAttribute: [] | :3: expected `binding`"
      })
  void refusesEntriesThatItDoesNotUnderstand(String text, String message) throws Exception {
    Files.writeString(folder.resolve("migrator.yaml"), text.replace('~', '\n') + "\n");
    Answer answer = Answer.to("preview", folder.toString());
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("migrator.yaml" + message);
  }
}
