package dev.migrator.cli;

import dev.migrator.pipeline.ExitCode;
import dev.migrator.pipeline.Migration;
import dev.migrator.pipeline.ScanRequest;
import dev.migrator.pipeline.ScanResult;
import dev.migrator.report.ScanJson;
import dev.migrator.report.ScanText;
import dev.migrator.rule.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The inventory of repositories and folders. */
@Command(
    name = "scan",
    description = {
      "An inventory: apps, functions, triggers, bindings, packages, findings, blockers, effort.",
      "Changes nothing. Reads the commit at HEAD, as preview does; a folder that is no repository"
          + " as it is on disk."
    },
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "repository, folder of repositories, plain folder, solution or csproj")
  private List<Path> paths;

  @Option(names = "--app", paramLabel = "GLOB", description = "only apps whose csproj matches")
  private @Nullable String app;

  @Mixin private DisplayOptions display;

  private final Console console;

  ScanCommand(Console console) {
    this.console = console;
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (Files.notExists(path)) {
        console.err().println("migrator: " + RunOptions.notThere(path));
        return ExitCode.REFUSED.number();
      }
    }
    ScanRequest request =
        new ScanRequest(paths, Optional.ofNullable(app), this::options, System.getenv());
    ScanResult result = Migration.scan(request, display.progress(console));
    result.messages().forEach(message -> console.err().println("migrator: " + message));
    boolean isJson = display.format == OutputFormat.JSON;
    console.out().print(isJson ? ScanJson.write(result.report()) : ScanText.write(result.report()));
    console.out().flush();
    return result.exitCode().number();
  }

  /** As a conversion takes them: what migrator.yaml of the repository maps counts. */
  private Options options(Path root) {
    return Options.DEFAULT.with(SettingsFile.maps(root, spec.commandLine()));
  }
}
