package dev.migrator.cli;

import dev.migrator.pipeline.ExitCode;
import dev.migrator.pipeline.Progress;
import dev.migrator.pipeline.Request;
import dev.migrator.pipeline.Result;
import dev.migrator.report.JsonReport;
import dev.migrator.report.TextReport;
import java.util.Optional;
import java.util.function.BiFunction;

/** Runs a request and prints what came of it. */
final class Output {
  private final Console console;
  private final RunOptions options;

  Output(Console console, RunOptions options) {
    this.console = console;
    this.options = options;
  }

  int run(Request request, BiFunction<Request, Progress, Result> command) {
    Optional<String> problem = options.problem();
    if (problem.isPresent()) {
      console.err().println("migrator: " + problem.get());
      return ExitCode.REFUSED.number();
    }
    Result result = command.apply(request, options.display.progress(console));
    result.messages().forEach(message -> console.err().println("migrator: " + message));
    if (options.display.format == OutputFormat.JSON) {
      console.out().print(JsonReport.write(result.report()));
    } else {
      TextReport text = new TextReport(result.report(), result.nextCommands());
      console.out().print(text.results());
      console.err().print(text.findingsBesideDiff());
    }
    console.out().flush();
    return result.exitCode().number();
  }
}
