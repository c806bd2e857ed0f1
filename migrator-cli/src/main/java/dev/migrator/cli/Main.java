package dev.migrator.cli;

import dev.migrator.pipeline.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

/** Entry point of the jar. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(args, out, err);
    out.flush();
    System.exit(exitCode);
  }

  /** Runs one command line; never throws. The version alone needs no parser of options. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    if (Arrays.equals(args, new String[] {"--version"})) {
      out.println(MigratorCommand.VERSION);
      return ExitCode.DONE.number();
    }
    Console console = new Console(out, err);
    CommandLine commandLine = MigratorCommand.commandLine(console, args);
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExpandAtFiles(false);
    commandLine.setDefaultValueProvider(new SettingsFile(console));
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          err.println("migrator: internal error: " + exception);
          exception.printStackTrace(err);
          return ExitCode.INTERNAL_ERROR.number();
        });
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError error) {
      err.println(
          "migrator: out of memory; run again with more, such as MIGRATOR_JAVA_OPTIONS=-Xmx4g");
      return ExitCode.INTERNAL_ERROR.number();
    }
  }
}
