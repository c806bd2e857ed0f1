package dev.migrator.report;

import java.util.List;
import java.util.Optional;

/**
 * What one command did.
 *
 * @param command {@code convert}, {@code preview}, {@code verify}
 * @param apps in path order
 * @param diff of a preview
 */
public record RunReport(String command, List<AppReport> apps, Optional<String> diff) {
  public RunReport {
    apps = List.copyOf(apps);
  }
}
