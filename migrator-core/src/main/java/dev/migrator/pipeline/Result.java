package dev.migrator.pipeline;

import dev.migrator.report.RunReport;
import java.util.List;

/**
 * How a command ended.
 *
 * @param exitCode for the shell
 * @param report for stdout
 * @param messages for stderr: refusals with what to do next
 * @param nextCommands what the user may want to run now
 */
public record Result(
    ExitCode exitCode, RunReport report, List<String> messages, List<String> nextCommands) {

  public Result {
    messages = List.copyOf(messages);
    nextCommands = List.copyOf(nextCommands);
  }

  /** Nothing was done. */
  static Result refused(String command, List<String> messages) {
    return new Result(
        ExitCode.REFUSED,
        new RunReport(command, List.of(), java.util.Optional.empty()),
        messages,
        List.of());
  }
}
