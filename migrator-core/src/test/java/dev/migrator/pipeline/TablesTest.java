package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.SettingUse;
import dev.migrator.model.SettingUse.Kind;
import dev.migrator.report.AppTables;
import dev.migrator.rule.Options;
import dev.migrator.rule.function.PayloadTypes.Payload;
import dev.migrator.rule.startup.LogLevels;
import dev.migrator.source.MemoryFileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables of a report: settings, registrations, log levels, payloads. */
class TablesTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.2.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Extensions" Version="1.1.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.1" />
        </ItemGroup>
      </Project>
      """;

  private static final String CODE =
      """
      using System;
      using Microsoft.Azure.Functions.Extensions.DependencyInjection;
      using Microsoft.Azure.WebJobs;
      using Microsoft.Extensions.Configuration;
      using Microsoft.Extensions.DependencyInjection;

      [assembly: FunctionsStartup(typeof(Shop.Startup))]

      namespace Shop
      {
          public class Parcel { public int Weight { get; set; } }

          public class Clock { }

          public class Startup : FunctionsStartup
          {
              public override void Configure(IFunctionsHostBuilder builder) => Add(builder.Services);

              private static void Add(IServiceCollection services)
              {
                  services.AddSingleton<Clock>();
              }
          }

          public static class Jobs
          {
              private const string Region = "Region";

              [FunctionName("Ship")]
              public static void Ship([QueueTrigger("%Parcels%", Connection = "Depot")] Parcel parcel, IConfiguration configuration)
              {
                  var region = configuration[Region];
                  var site = Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME");
                  var name = new System.Collections.Generic.Dictionary<string, string>()["none"];
              }
          }
      }
      """;

  private static final String HOST =
      """
      { "version": "2.0", "logging": { "logLevel": { "Shop": "Debug", "Shop.Quiet": "Error" } } }
      """;

  private static final String SETTINGS =
      """
      { "Values": { "Depot__queueServiceUri": "https://secret.example", "Parcels": "parcels" } }
      """;

  private static AppTables tables(Options options) {
    Map<String, byte[]> files = new TreeMap<>();
    Map.of(
            "App.csproj",
            PROJECT,
            "App.cs",
            CODE,
            "host.json",
            HOST,
            "local.settings.json",
            SETTINGS)
        .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    AppPlanning planning = new AppPlanning(MemoryFileTree.of(files), "", options, path -> true);
    PlannedApp app = planning.planAll(Optional.empty(), Progress.SILENT).get(0);
    return Tables.of(app.conversion(), planning.resultCheck(List.of(app)).check(app).after());
  }

  @Test
  void settingsAreListedWithTheirUsersAndTheirPlacesButNoValue() {
    assertThat(tables(Options.DEFAULT).settings())
        .containsExactly(
            new SettingUse(
                "Depot", Kind.CONNECTION, List.of("Ship"), List.of("local.settings.json:1")),
            new SettingUse(
                "Parcels", Kind.REFERENCE, List.of("Ship"), List.of("local.settings.json:1")),
            new SettingUse("Region", Kind.CODE, List.of("App.cs:32"), List.of()),
            new SettingUse("WEBSITE_SITE_NAME", Kind.CODE, List.of("App.cs:33"), List.of()));
  }

  @Test
  void registrationsOfHelpersAreThereBeforeAndAfter() {
    AppTables tables = tables(Options.DEFAULT);
    assertThat(tables.registeredBefore())
        .extracting(registration -> registration.text())
        .containsExactly("services.AddSingleton<Clock>();");
    assertThat(tables.registeredAfter())
        .extracting(registration -> registration.text())
        .contains("services.AddSingleton<Clock>();", "new Startup().Configure(builder);");
  }

  @Test
  void noCategoryThatWasVisibleDisappears() {
    assertThat(tables(Options.DEFAULT).logLevels())
        .containsExactly(
            new LogLevels.Row("Function.*.User", "Information", "Information"),
            new LogLevels.Row("Shop", "Debug", "Debug"),
            new LogLevels.Row("Shop.Quiet", "Error", "Error"),
            new LogLevels.Row("*", "None", "None"));
  }

  @Test
  void payloadsAreListedWithWhatReadsThem() {
    assertThat(tables(Options.DEFAULT).payloads())
        .containsExactly(new Payload("Shop.Parcel", List.of("Ship")));
    assertThat(tables(Options.DEFAULT).serializer()).isEqualTo("Newtonsoft.Json");
  }
}
