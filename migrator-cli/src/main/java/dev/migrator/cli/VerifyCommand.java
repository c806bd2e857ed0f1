package dev.migrator.cli;

import dev.migrator.pipeline.Migration;
import dev.migrator.pipeline.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The contract lock against the code as it is now. */
@Command(
    name = "verify",
    description = "The contract lock against the code as it is now; finds silent failures.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Option(names = "--build", description = "also dotnet build, test and publish, in a copy")
  private boolean isBuilding;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Output(console, options)
        .run(
            options.request(Optional.empty(), Request.Switches.building(isBuilding)),
            Migration::verify);
  }
}
