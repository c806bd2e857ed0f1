package dev.migrator.model.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.model.project.PackageMapping.Action;
import dev.migrator.model.project.PackageMapping.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackageTablesTest {
  private static final String EXTENSIONS = "Microsoft.Azure.Functions.Worker.Extensions.";
  private static final Path FEED =
      Path.of(System.getProperty("testdata.directory"), "../../shared/dotnet/feed").normalize();

  private final PackageVersions versions = PackageVersions.load();
  private final PackageMap map = PackageMap.load();
  private final ImplicitPackages implicit = ImplicitPackages.load();

  private List<String> replacements(String id, String version) {
    return map.find(id, Optional.of(version)).orElseThrow().replacements().stream()
        .map(Replacement::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"versions.tsv", "package-map.tsv", "implicit-packages.tsv", "floors.tsv"})
  void noTableSaysAThingTwice(String name) {
    List<List<String>> rows = PackageTable.rows(name);
    int keys = name.equals("implicit-packages.tsv") ? 1 : 2;
    int target = name.equals("versions.tsv") ? 2 : 1;
    List<String> names =
        rows.stream()
            .map(row -> row.get(0) + (keys == 1 ? "" : " " + row.get(target)))
            .map(key -> key.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everyReplacementHasAVersionForEveryTarget() {
    for (PackageMapping row : map.rows()) {
      for (Replacement replacement : row.replacements()) {
        for (String target : List.of("net8.0", "net9.0", "net10.0")) {
          assertThat(versions.find(replacement.id(), target))
              .as("%s for %s", replacement.id(), target)
              .matches(version -> row.action() != Action.REPLACE || version.isPresent());
        }
      }
    }
    assertThat(implicit.rows().stream().flatMap(row -> row.id().stream()))
        .allSatisfy(id -> assertThat(versions.find(id, "net10.0")).as(id).isPresent());
  }

  @Test
  void everyVersionIsUsed() {
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    map.rows().forEach(row -> row.replacements().forEach(r -> used.add(r.id())));
    implicit.rows().forEach(row -> row.id().ifPresent(used::add));
    VersionFloors.load().rows().forEach(row -> used.add(row.id()));
    PackageTable.rows("standard-packages.tsv")
        .forEach(row -> used.addAll(PackageTable.list(row.get(1))));
    // Alternatives that rules choose: the meta package, HTTP without ASP.NET Core, an SDK, what the
    // .NET Framework held, telemetry.
    used.addAll(
        Set.of(
            EXTENSIONS + "Storage",
            EXTENSIONS + "Http",
            "Azure.Functions.Sdk",
            "System.Data.SqlClient",
            "System.Drawing.Common",
            "Azure.Monitor.OpenTelemetry.Exporter",
            "Microsoft.Azure.Functions.Worker.OpenTelemetry",
            "OpenTelemetry.Extensions.Hosting"));
    assertThat(versions.rows()).extracting(PackageVersion::id).allMatch(used::contains);
  }

  @Test
  void saysWhatTheFeedForOfflineBuildsHas() throws IOException {
    assumeTrue(Files.isDirectory(FEED), "no feed on this machine");
    Set<String> files;
    try (Stream<Path> list = Files.list(FEED)) {
      files =
          list.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
    }
    for (PackageVersion row : versions.rows()) {
      String file = (row.id() + "." + row.version() + ".nupkg").toLowerCase(Locale.ROOT);
      assertThat(row.lab().equals("yes")).as(file).isEqualTo(files.contains(file));
    }
  }

  @Test
  void mapsPackagesByIdAndVersion() {
    assertThat(replacements("microsoft.net.sdk.functions", "4.2.0"))
        .startsWith("Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk");
    assertThat(replacements("Microsoft.Azure.WebJobs.Extensions.Storage", "4.0.5"))
        .contains(EXTENSIONS + "Tables");
    assertThat(replacements("Microsoft.Azure.WebJobs.Extensions.Storage", "5.*"))
        .doesNotContain(EXTENSIONS + "Tables");
    assertThat(map.find("Microsoft.Azure.WebJobs.Extensions.Storage", Optional.empty()))
        .map(row -> row.range().contains(NuGetVersion.parse("5.0.0")))
        .contains(true);
    assertThat(map.find("Microsoft.Azure.WebJobs.Extensions.Unheard", Optional.of("1.0.0")))
        .map(PackageMapping::action)
        .contains(Action.REPORT);
    assertThat(map.find("Microsoft.Azure.WebJobs.Extensions.OpenApi.Core", Optional.of("1.0.0")))
        .map(PackageMapping::action)
        .contains(Action.KEEP);
    assertThat(map.find("Microsoft.AspNetCore.Mvc.Core", Optional.of("2.2.5")))
        .map(PackageMapping::action)
        .contains(Action.DELETE);
    assertThat(map.find("Microsoft.AspNetCore.Mvc.Core", Optional.of("3.0.0"))).isEmpty();
    assertThat(map.find("Dapper", Optional.of("2.0.0"))).isEmpty();
  }

  @Test
  void findsThePackageBehindANamespace() {
    assertThat(implicit.find("Newtonsoft.Json.Linq").flatMap(ImplicitPackage::id))
        .contains("Newtonsoft.Json");
    assertThat(implicit.find("Microsoft.AspNetCore.Mvc").flatMap(ImplicitPackage::framework))
        .contains("Microsoft.AspNetCore.App");
    assertThat(implicit.find("Microsoft.AspNetCore.JsonPatch").orElseThrow().broughtBy())
        .contains("Microsoft.AspNetCore.Mvc.NewtonsoftJson");
    assertThat(implicit.find("Newtonsoft.JsonX")).isEmpty();
    assertThat(implicit.find("Azure.Storage.Blobs.Models").orElseThrow().broughtBy())
        .contains(EXTENSIONS + "Storage.Blobs");
  }

  @Test
  void choosesTheVersionOfTheTarget() {
    String id = "Microsoft.AspNetCore.Mvc.NewtonsoftJson";
    assertThat(versions.version(id, "net8.0", List.of())).startsWith("8.");
    assertThat(versions.version(id, "net10.0", List.of())).startsWith("10.");
    assertThat(versions.find(id, "netcoreapp3.1").orElseThrow()).startsWith("3.1.");
    assertThat(versions.version("Microsoft.Azure.Functions.Worker", "net9.0", List.of()))
        .isEqualTo("2.52.0");
  }

  @Test
  void knowsPinsThatDisturb() {
    NuGetVersion old = NuGetVersion.parse("12.8.0").orElseThrow();
    assertThat(
            VersionFloors.load()
                .above("azure.storage.blobs", old, Set.of(EXTENSIONS + "Storage.Blobs")))
        .hasSize(1);
    assertThat(VersionFloors.load().above("Azure.Storage.Blobs", old, Set.of())).isEmpty();
    FrameworkPackages framework = FrameworkPackages.load();
    assertThat(framework.frameworkOf("System.Net.Http", NuGetVersion.parse("4.3.4").orElseThrow()))
        .contains("Microsoft.NETCore.App");
    assertThat(
            framework.frameworkOf(
                "microsoft.extensions.http", NuGetVersion.parse("8.0.0").orElseThrow()))
        .isPresent();
    assertThat(framework.frameworkOf("Newtonsoft.Json", NuGetVersion.parse("13.0.1").orElseThrow()))
        .isEmpty();
  }
}
