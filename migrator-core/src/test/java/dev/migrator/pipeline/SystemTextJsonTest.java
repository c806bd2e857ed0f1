package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.UserMaps;
import dev.migrator.rule.Options;
import dev.migrator.source.MemoryFileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Apps that are converted with {@code --json system-text}. */
final class SystemTextJsonTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.EventGrid" Version="2.1.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String CODE =
      """
      using Microsoft.Azure.EventGrid.Models;
      using Microsoft.Azure.WebJobs;
      using Microsoft.Azure.WebJobs.Extensions.EventGrid;
      using Newtonsoft.Json.Linq;

      public sealed class Order
      {
          public string Id { get; set; }
      }

      public static class Work
      {
          [FunctionName("Grid")]
          public static void Grid([EventGridTrigger] EventGridEvent item)
          {
          }

          [FunctionName("Json")]
          public static void Json([QueueTrigger("json")] string text, [Queue("out")] ICollector<JObject> items)
          {
          }

          [FunctionName("Plain")]
          public static void Plain([QueueTrigger("orders")] Order order)
          {
          }
      }
      """;

  @Test
  void refusesTypesThatOnlyNewtonsoftReads() throws Exception {
    assertThat(findings(true))
        .filteredOn(finding -> finding.code() == Code.NEEDS_NEWTONSOFT)
        .extracting(finding -> finding.at().toString())
        .containsExactly("Work.cs:14", "Work.cs:19");
  }

  @Test
  void takesThemWithNewtonsoft() throws Exception {
    assertThat(findings(false)).noneMatch(finding -> finding.code() == Code.NEEDS_NEWTONSOFT);
  }

  private static List<Diagnostic> findings(boolean isSystemText) throws Exception {
    MemoryFileTree tree =
        MemoryFileTree.of(
            Map.of(
                "Shop.csproj", PROJECT.getBytes(StandardCharsets.UTF_8),
                "Work.cs", CODE.getBytes(StandardCharsets.UTF_8)));
    Options options =
        new Options(
            Options.DEFAULT.targetFramework(),
            false,
            isSystemText,
            false,
            false,
            false,
            UserMaps.NONE);
    AppPlanning planning = new AppPlanning(tree, "", options, path -> true);
    return planning.planAll(Optional.empty(), Progress.SILENT).get(0).findings();
  }
}
