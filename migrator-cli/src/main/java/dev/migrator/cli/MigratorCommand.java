package dev.migrator.cli;

import dev.migrator.Version;
import dev.migrator.pipeline.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
  /** {@code migrator 1.2.3}. */
  static final String VERSION = "migrator " + Version.TEXT;

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

  /**
   * With the sub-commands that the arguments may mean: to read the options of all takes longer than
   * many a run.
   */
  static CommandLine commandLine(Console console, String... args) {
    CommandLine root = new CommandLine(new MigratorCommand(console));
    Map<String, Function<Console, Object>> commands = commands();
    Function<Console, Object> asked = args.length == 0 ? null : commands.get(args[0]);
    if (asked != null) {
      return root.addSubcommand(asked.apply(console));
    }
    commands.values().forEach(command -> root.addSubcommand(command.apply(console)));
    return root;
  }

  private static Map<String, Function<Console, Object>> commands() {
    Map<String, Function<Console, Object>> commands = new LinkedHashMap<>();
    commands.put("scan", ScanCommand::new);
    commands.put("convert", ConvertCommand::new);
    commands.put("preview", PreviewCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("rules", RulesCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("syntax", SyntaxCommand::new);
    return commands;
  }

  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {VERSION};
    }
  }
}
