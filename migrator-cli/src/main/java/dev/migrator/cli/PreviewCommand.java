package dev.migrator.cli;

import dev.migrator.pipeline.Migration;
import dev.migrator.pipeline.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The conversion as a diff. */
@Command(
    name = "preview",
    description = "The whole conversion as a unified diff on stdout; changes nothing.",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  static final String PARTIAL =
      "convert blocked apps too, but for what the blockers name; ends with 4";

  @Mixin private RunOptions options;

  @Option(names = "--partial", description = PARTIAL)
  private boolean isPartial;

  private final Console console;

  PreviewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Output(console, options)
        .run(
            options.request(Optional.empty(), new Request.Switches(false, false, isPartial, false)),
            Migration::preview);
  }
}
