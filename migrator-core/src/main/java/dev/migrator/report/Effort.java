package dev.migrator.report;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import java.util.List;
import java.util.function.Function;

/**
 * What is left for a person when the tool converts an app, in minutes; {@code docs/scan.md}
 * explains the numbers.
 *
 * @param review reading the diff, trying every function, releasing
 * @param findings acting on MANUAL findings and looking at warnings
 * @param blockers removing what is in the way
 */
public record Effort(int review, int findings, int blockers) {
  private static final int PER_APP = 60;
  private static final int PER_FUNCTION = 5;
  private static final int PER_WARNING = 10;
  private static final int PER_MANUAL_FINDING = 30;
  private static final int PER_KIND_OF_BLOCKER = 120;
  private static final int PER_BLOCKED_FILE = 15;
  private static final int PER_ERROR = 120;

  /** Depends on the number of functions and on the findings alone. */
  public static Effort of(int functions, List<Diagnostic> findings) {
    return new Effort(
        PER_APP + PER_FUNCTION * functions,
        PER_WARNING * count(findings, Severity.WARNING)
            + PER_MANUAL_FINDING * count(findings, Severity.MANUAL),
        PER_KIND_OF_BLOCKER * distinct(findings, Diagnostic::code)
            + PER_BLOCKED_FILE * distinct(findings, finding -> finding.at().path())
            + PER_ERROR * count(findings, Severity.ERROR));
  }

  private static int count(List<Diagnostic> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static int distinct(List<Diagnostic> findings, Function<Diagnostic, Object> part) {
    return (int) findings.stream().filter(Diagnostic::isBlocker).map(part).distinct().count();
  }

  public int minutes() {
    return review + findings + blockers;
  }

  /** Hours, rounded up. */
  public int hours() {
    return (minutes() + 59) / 60;
  }
}
