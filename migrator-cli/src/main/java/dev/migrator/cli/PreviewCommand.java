package dev.migrator.cli;

import dev.migrator.pipeline.Migration;
import dev.migrator.pipeline.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The conversion as a diff. */
@Command(
    name = "preview",
    description = "The whole conversion as a unified diff on stdout; changes nothing.",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  private final Console console;

  PreviewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Output(console, options)
        .run(options.request(Optional.empty(), Request.Switches.NONE), Migration::preview);
  }
}
