package dev.migrator.pipeline;

import dev.migrator.report.ScanReport;
import java.util.List;

/**
 * How a scan ended.
 *
 * @param messages for stderr
 */
public record ScanResult(ExitCode exitCode, ScanReport report, List<String> messages) {
  public ScanResult {
    messages = List.copyOf(messages);
  }
}
