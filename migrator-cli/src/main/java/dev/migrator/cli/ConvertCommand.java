package dev.migrator.cli;

import dev.migrator.pipeline.Migration;
import dev.migrator.pipeline.Request;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The conversion as commits on a new branch. */
@Command(
    name = "convert",
    description = "The conversion as commits on the branch migrate/isolated, contract checked.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "copy PATH into a new repository there and convert the copy")
  private @Nullable Path output;

  @Option(names = "--build", description = "also build the result with dotnet")
  private boolean isBuilding;

  @Option(names = "--all-or-nothing", description = "one blocked app stops all")
  private boolean isAllOrNothing;

  @Option(names = "--partial", description = PreviewCommand.PARTIAL)
  private boolean isPartial;

  @Option(
      names = "--commit-lock",
      description = "also commit the contract lock, below .migrator at the root")
  private boolean isLockCommitted;

  private final Console console;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new Output(console, options)
        .run(
            options.request(
                Optional.ofNullable(output),
                new Request.Switches(isBuilding, isAllOrNothing, isPartial, isLockCommitted)),
            Migration::convert);
  }
}
