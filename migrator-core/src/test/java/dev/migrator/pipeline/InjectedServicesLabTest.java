package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parameters with {@code [Inject]} are services of the container that the app filled, one scope a
 * call; the package that did so in-process is in no feed, so only the converted app runs.
 */
final class InjectedServicesLabTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>netcoreapp3.1</TargetFramework>
          <AzureFunctionsVersion>v3</AzureFunctionsVersion>
          <RootNamespace>Shop</RootNamespace>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="3.1.2" />
          <PackageReference Include="Willezone.Azure.WebJobs.Extensions.DependencyInjection" Version="1.0.1" />
        </ItemGroup>
      </Project>
      """;

  private static final String STARTUP =
      """
      using System;
      using Microsoft.Azure.WebJobs;
      using Microsoft.Azure.WebJobs.Hosting;
      using Microsoft.Extensions.DependencyInjection;
      using Willezone.Azure.WebJobs.Extensions.DependencyInjection;

      [assembly: WebJobsStartup(typeof(Shop.Startup))]

      namespace Shop
      {
          public class Startup : IWebJobsStartup
          {
              public void Configure(IWebJobsBuilder builder) => builder.%s;

              internal static void ConfigureServices(IServiceCollection services)
              {
                  services.AddScoped<Visit>();
              }
          }

          public sealed class Visit : IDisposable
          {
              private static int ended;

              public int Ended => ended;

              public void Dispose() => ended++;
          }
      }
      """;

  private static final String BUILDER =
      """
      using System;
      using Microsoft.Extensions.DependencyInjection;
      using Willezone.Azure.WebJobs.Extensions.DependencyInjection;

      namespace Shop
      {
          internal class Services : IServiceProviderBuilder
          {
              public IServiceProvider Build()
              {
                  var services = new ServiceCollection();
                  Startup.ConfigureServices(services);
                  return services.BuildServiceProvider();
              }
          }
      }
      """;

  private static final String WORK =
      """
      using Microsoft.AspNetCore.Http;
      using Microsoft.AspNetCore.Mvc;
      using Microsoft.Azure.WebJobs;
      using Microsoft.Azure.WebJobs.Extensions.Http;
      using Willezone.Azure.WebJobs.Extensions.DependencyInjection;

      namespace Shop
      {
          public static class Work
          {
              [FunctionName("Work")]
              public static IActionResult Run(
                  [HttpTrigger(AuthorizationLevel.Function, "get", Route = "work/{name}")] HttpRequest req,
                  string name,
                  [Inject] Visit visit,
                  [Inject] Visit again)
              {
                  return new OkObjectResult(name + " " + visit.Ended + " " + ReferenceEquals(visit, again));
              }
          }
      }
      """;

  private static final String CALLS =
      """
      {"http": {"path": "/api/work/a"}}
      {"http": {"path": "/api/work/b"}}
      """;

  @Test
  void servicesOfAnActionComeInOneScopeACall(@TempDir Path folder) throws IOException {
    ConvertedApp app = converted("AddDependencyInjection(ConfigureServices)", "", folder);
    assertThat(bodies(app, folder)).containsExactly("a 0 True", "b 1 True");
  }

  @Test
  void servicesOfABuilderComeInOneScopeACall(@TempDir Path folder) throws IOException {
    ConvertedApp app = converted("AddDependencyInjection<Services>()", BUILDER, folder);
    assertThat(bodies(app, folder)).containsExactly("a 0 True", "b 1 True");
  }

  @Test
  void aMissingServiceFailsTheCall(@TempDir Path folder) throws IOException {
    ConvertedApp app = converted("AddDependencyInjection(ConfigureServices)", "", folder);
    ConvertedApp.deleteLine(app.after().resolve("Startup.cs"), "services.AddScoped<Visit>();");
    assertThat(calls(app, folder))
        .allSatisfy(call -> assertThat(call.path("status").asInt()).isEqualTo(500));
  }

  private static ConvertedApp converted(String registration, String builder, Path folder)
      throws IOException {
    DotnetLab.assumePresent();
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("Shop.csproj"), PROJECT);
    Files.writeString(source.resolve("Startup.cs"), STARTUP.formatted(registration));
    Files.writeString(source.resolve("Services.cs"), builder);
    Files.writeString(source.resolve("Work.cs"), WORK);
    return ConvertedApp.of(source, "", folder);
  }

  private static List<String> bodies(ConvertedApp app, Path folder) throws IOException {
    return calls(app, folder).stream().map(call -> call.path("body").asText()).toList();
  }

  private static List<JsonNode> calls(ConvertedApp app, Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path out = folder.resolve("out");
    lab.build(app.after().resolve("Shop.csproj"), out).orFail();
    Path calls = Files.writeString(folder.resolve("calls.jsonl"), CALLS);
    Path results = folder.resolve("results.jsonl");
    lab.fnrun(
            out.resolve("Shop.dll").toString(),
            "--calls",
            calls.toString(),
            "--out",
            results.toString())
        .orFail();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : Files.readAllLines(results)) {
      JsonNode answer = JSON.readTree(line);
      if (answer.has("call")) {
        answers.add(answer);
      }
    }
    assertThat(answers).hasSize(2);
    return answers;
  }
}
