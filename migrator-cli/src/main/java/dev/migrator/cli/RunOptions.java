package dev.migrator.cli;

import dev.migrator.pipeline.Request;
import dev.migrator.rule.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options that convert, preview and verify have in common. */
final class RunOptions {
  @Parameters(paramLabel = "PATH", description = "repository, folder, solution or csproj")
  Path path;

  @Option(names = "--app", paramLabel = "GLOB", description = "only apps whose csproj matches")
  @Nullable String app;

  @Option(
      names = "--target",
      paramLabel = "TFM",
      description = "net8.0, net9.0 or net10.0 (default)",
      defaultValue = Options.DEFAULT_FRAMEWORK)
  String target;

  @Option(names = "--edit-ignored", description = "also edit an untracked local.settings.json")
  boolean editIgnored;

  @Option(
      names = "--json",
      paramLabel = "SERIALIZER",
      description = "newtonsoft (default: as the host used it) or system-text",
      defaultValue = "newtonsoft")
  String json;

  @Option(
      names = "--sdk-style",
      paramLabel = "STYLE",
      description = "worker (default: Microsoft.NET.Sdk and Worker.Sdk) or functions",
      defaultValue = "worker")
  String sdkStyle;

  @Option(
      names = "--telemetry",
      paramLabel = "WAY",
      description = "application-insights (default: where the app used it) or opentelemetry",
      defaultValue = "application-insights")
  String telemetry;

  @Option(
      names = "--payload-tests",
      description = "also write tests of the JSON of payloads, into the test project of each app")
  boolean payloadTests;

  @Mixin DisplayOptions display;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--author", paramLabel = "NAME <MAIL>", description = "of the commits")
  @Nullable String author;

  @Option(names = "--date", paramLabel = "INSTANT", description = "of the commits, ISO 8601")
  @Nullable String date;

  Request request(Optional<Path> output, Request.Switches switches) {
    return new Request(
        path,
        output,
        Optional.ofNullable(app),
        Optional.ofNullable(author),
        Optional.ofNullable(date),
        switches,
        new Options(
            target,
            editIgnored,
            json.equals("system-text"),
            sdkStyle.equals("functions"),
            telemetry.equals("opentelemetry"),
            payloadTests,
            SettingsFile.maps(path, spec.commandLine())),
        System.getenv());
  }

  /** Why the options cannot be used; empty when they can. */
  Optional<String> problem() {
    if (!target.matches("net(8|9|10)\\.0")) {
      return Optional.of("--target " + target + " is not known; take net8.0, net9.0 or net10.0");
    }
    if (!json.equals("newtonsoft") && !json.equals("system-text")) {
      return Optional.of("--json " + json + " is not known; take newtonsoft or system-text");
    }
    if (!sdkStyle.equals("worker") && !sdkStyle.equals("functions")) {
      return Optional.of("--sdk-style " + sdkStyle + " is not known; take worker or functions");
    }
    if (!telemetry.equals("application-insights") && !telemetry.equals("opentelemetry")) {
      return Optional.of(
          "--telemetry " + telemetry + " is not known; take application-insights or opentelemetry");
    }
    if (payloadTests && json.equals("system-text")) {
      return Optional.of(
          "--payload-tests compares with Newtonsoft.Json, which --json system-text leaves out");
    }
    if (Files.notExists(path)) {
      return Optional.of(notThere(path));
    }
    return Optional.empty();
  }

  static String notThere(Path path) {
    return path + " does not exist; name a repository, a folder, a solution or a project file";
  }
}
