package dev.migrator.cli;

import dev.migrator.pipeline.Migration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The contract lock against the code as it is now. */
@Command(
    name = "verify",
    description = "The contract lock against the code as it is now; finds silent failures.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Output(console, options)
        .run(options.request(Optional.empty(), false), Migration::verify);
  }
}
