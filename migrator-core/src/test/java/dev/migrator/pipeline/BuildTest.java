package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.lab.DotnetLab;
import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.BuildState;
import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --build}: with a command in place of the SDK, and with the SDK of the lab. */
class BuildTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.2.0" />
          <None Update="host.json" CopyToOutputDirectory="PreserveNewest" />
        </ItemGroup>
      </Project>
      """;
  private static final String FUNCTION =
      """
      using Microsoft.Azure.WebJobs;

      public static class Ticker
      {
          [FunctionName("Tick")]
          public static void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
      }
      """;

  @TempDir Path folder;

  @Test
  void refusesWithoutAnSdkAndCopiesNothing() throws IOException {
    Result result = Migration.convert(request(app(), Map.of("PATH", "")), Progress.SILENT);
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.messages()).singleElement().asString().contains("DOTNET_ROOT");
    assertThat(folder.resolve("converted")).doesNotExist();
  }

  @Test
  void leavesHeadWhereItWasWhenTheBuildFails() throws IOException {
    String failing =
        "echo \"$PWD/Tick.cs(5,6): error CS1002: ; expected [$PWD/Tick.csproj]\"; exit 1";
    Result result =
        Migration.convert(request(app(), Map.of("PATH", command(failing))), Progress.SILENT);
    assertThat(result.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    AppReport report = result.report().apps().get(0);
    assertThat(report.build()).isEqualTo(BuildState.FAILED);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code() == Code.BUILD_FAILED)
        .extracting(Diagnostic::at)
        .hasToString("[Tick.cs:5]");
    assertThat(Files.readString(folder.resolve("converted/Tick.cs"))).isEqualTo(FUNCTION);
    assertThat(folder.resolve("converted/.git/refs/heads/migrate/isolated")).exists();
  }

  @Test
  void doesNotAskTheSdkUnlessToldTo() throws IOException {
    Request asked = request(app(), Map.of("PATH", command("exit 1")));
    Request request =
        new Request(
            asked.path(),
            asked.output(),
            asked.appGlob(),
            asked.author(),
            asked.date(),
            Request.Switches.NONE,
            asked.options(),
            asked.environment());
    Result result = Migration.convert(request, Progress.SILENT);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.report().apps().get(0).build()).isEqualTo(BuildState.NOT_RUN);
  }

  @Test
  void buildsAndPublishesWithTheRealSdk() throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.remove("DOTNET_ROOT");
    environment.put("PATH", lab.commands() + ":" + environment.get("PATH"));
    Result converted = Migration.convert(request(app(), environment), Progress.SILENT);
    assertThat(converted.exitCode()).as(converted.report().toString()).isEqualTo(ExitCode.DONE);
    assertThat(build(converted)).isEqualTo(BuildState.PASSED);

    Path result = folder.resolve("converted");
    Result verified = Migration.verify(inPlace(result, environment), Progress.SILENT);
    assertThat(verified.exitCode()).as(verified.report().toString()).isEqualTo(ExitCode.DONE);
    assertThat(build(verified)).isEqualTo(BuildState.PASSED);
    assertThat(result.resolve("bin")).doesNotExist();

    Files.writeString(result.resolve("Broken.cs"), "class Broken { int size = unknown; }\n");
    Result broken = Migration.verify(inPlace(result, environment), Progress.SILENT);
    assertThat(broken.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(broken.report().apps().get(0).findings())
        .filteredOn(finding -> finding.code() == Code.BUILD_FAILED)
        .extracting(finding -> finding.at() + " " + finding.message().substring(0, 6))
        .containsExactly("Broken.cs:1 CS0103");
  }

  private static BuildState build(Result result) {
    return result.report().apps().get(0).build();
  }

  private Path app() throws IOException {
    Path app = Files.createDirectory(folder.resolve("app"));
    Files.writeString(app.resolve("Tick.csproj"), PROJECT);
    Files.writeString(app.resolve("Tick.cs"), FUNCTION);
    Files.writeString(app.resolve("host.json"), "{ \"version\": \"2.0\" }\n");
    return app;
  }

  /** A {@code dotnet} that does what the script says. */
  private String command(String script) throws IOException {
    Path commands = Files.createDirectory(folder.resolve("commands"));
    Path dotnet = Files.writeString(commands.resolve("dotnet"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(dotnet, PosixFilePermissions.fromString("rwxr-xr-x"));
    return commands.toString();
  }

  private Request request(Path app, Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(ConvertedApp.IDENTITY);
    all.putAll(environment);
    return new Request(
        app,
        Optional.of(folder.resolve("converted")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Request.Switches.building(true),
        Options.DEFAULT,
        all);
  }

  private Request inPlace(Path path, Map<String, String> environment) {
    Request request = request(path, environment);
    return new Request(
        path,
        Optional.empty(),
        request.appGlob(),
        request.author(),
        request.date(),
        request.switches(),
        request.options(),
        request.environment());
  }
}
