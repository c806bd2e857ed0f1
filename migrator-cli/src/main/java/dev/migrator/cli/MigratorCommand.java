package dev.migrator.cli;

import dev.migrator.Version;
import dev.migrator.pipeline.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a sub-command: shows what there is. */
@Command(
    name = "migrator",
    description = "Moves C# Azure Functions apps from the in-process model to the isolated worker.",
    mixinStandardHelpOptions = true,
    versionProvider = MigratorCommand.VersionText.class,
    exitCodeOnInvalidInput = 2,
    exitCodeOnExecutionException = 1)
final class MigratorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private final Console console;

  MigratorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.REFUSED.number();
  }

  /** Adds the sub-commands; each needs the console. */
  static CommandLine commandLine(Console console) {
    MigratorCommand root = new MigratorCommand(console);
    return new CommandLine(root)
        .addSubcommand(new ScanCommand(console))
        .addSubcommand(new ConvertCommand(console))
        .addSubcommand(new PreviewCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new DoctorCommand(console))
        .addSubcommand(new RulesCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new SyntaxCommand(console));
  }

  /** {@code migrator 1.2.3}. */
  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"migrator " + Version.TEXT};
    }
  }
}
