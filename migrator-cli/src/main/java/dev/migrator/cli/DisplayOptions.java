package dev.migrator.cli;

import dev.migrator.pipeline.Progress;
import picocli.CommandLine.Option;

/** How a command shows its results. */
final class DisplayOptions {
  @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
  OutputFormat format;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  boolean quiet;

  @Option(names = "--no-color", description = "no colours; NO_COLOR does the same")
  boolean noColor;

  @Option(names = "-v", description = "more progress")
  boolean verbose;

  Progress progress(Console console) {
    boolean shown = verbose || !quiet && console.isInteractive();
    return shown ? message -> console.err().println(message) : Progress.SILENT;
  }
}
