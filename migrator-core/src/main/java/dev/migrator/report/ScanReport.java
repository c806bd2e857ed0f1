package dev.migrator.report;

import dev.migrator.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What a scan found.
 *
 * @param roots repositories and folders, in the order in which they were read
 * @param apps by root, then by path
 */
public record ScanReport(List<Root> roots, List<ScannedApp> apps) {
  public ScanReport {
    roots = List.copyOf(roots);
    apps = List.copyOf(apps);
  }

  /**
   * One snapshot that was read.
   *
   * @param path as named on the command line, or a folder below it, with {@code /}
   * @param commit whose files were read; empty for a folder as it is on disk
   * @param projects how many project files there are
   * @param findings about solutions and about what could not be read
   */
  public record Root(
      String path, Optional<String> commit, int projects, List<Diagnostic> findings) {
    public Root {
      findings = List.copyOf(findings);
    }
  }
}
