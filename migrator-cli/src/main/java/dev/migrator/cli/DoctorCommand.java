package dev.migrator.cli;

import dev.migrator.pipeline.ExitCode;
import dev.migrator.pipeline.Migration;
import dev.migrator.report.DoctorJson;
import dev.migrator.report.DoctorReport;
import dev.migrator.report.DoctorText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What this machine has. */
@Command(
    name = "doctor",
    description = "What this machine has (git identity, .NET SDK, feeds) and what that allows.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = ".",
      description = "folder to look at; the current one if left out")
  private Path path;

  @Mixin private DisplayOptions display;

  private final Console console;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Files.notExists(path)) {
      console.err().println("migrator: " + RunOptions.notThere(path));
      return ExitCode.REFUSED.number();
    }
    DoctorReport report = Migration.doctor(path, System.getenv());
    boolean isJson = display.format == OutputFormat.JSON;
    console.out().print(isJson ? DoctorJson.write(report) : DoctorText.write(report));
    console.out().flush();
    return ExitCode.DONE.number();
  }
}
