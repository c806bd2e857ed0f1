package dev.migrator.report;

import dev.migrator.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What a run did with one app.
 *
 * @param path of its project file, relative to the repository
 * @param status how it ended
 * @param functions how many it has
 * @param steps commits made, in order; empty where none was made
 * @param findings in report order
 * @param contract whether callers see the same as before
 * @param build whether the result was built
 * @param elapsedMillis wall time for this app
 * @param tables of an app that is converted
 */
public record AppReport(
    String path,
    Status status,
    int functions,
    List<StepReport> steps,
    List<Diagnostic> findings,
    ContractState contract,
    BuildState build,
    long elapsedMillis,
    Optional<AppTables> tables) {

  public AppReport {
    steps = List.copyOf(steps);
    findings = findings.stream().sorted(Diagnostic.ORDER).distinct().toList();
  }

  /** Whether it was converted although some of its constructs stay as they are. */
  public boolean isIncomplete() {
    return status == Status.BLOCKED && !steps.isEmpty();
  }

  /** How an app ended. */
  public enum Status {
    CONVERTED,
    UNCHANGED,
    BLOCKED,
    FAILED,
    SKIPPED
  }

  /** The contract before against the contract after. */
  public enum ContractState {
    EQUAL,
    DRIFT,
    UNKNOWN
  }

  /** Whether the .NET SDK was asked. */
  public enum BuildState {
    PASSED,
    FAILED,
    NOT_RUN
  }

  /**
   * One commit.
   *
   * @param name of the step
   * @param commit its id; empty in a preview
   */
  public record StepReport(String name, String commit) {}
}
