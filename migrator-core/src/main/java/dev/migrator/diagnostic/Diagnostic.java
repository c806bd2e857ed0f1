package dev.migrator.diagnostic;

import dev.migrator.source.Location;
import java.util.Comparator;

/**
 * Something a person should know or do.
 *
 * @param code what kind of thing
 * @param severity the code's own, or a milder or harder one where the place decides
 * @param at file and line
 * @param message names the thing and the place in the user's own words
 * @param advice what to do next
 */
public record Diagnostic(Code code, Severity severity, Location at, String message, String advice) {

  /** Order of reports: by file, line and id; independent of the order of the rules. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.at().path())
          .thenComparing(d -> d.at().line())
          .thenComparing(d -> d.code().id())
          .thenComparing(Diagnostic::message);

  public static Diagnostic of(Code code, Location at, String message, String advice) {
    return new Diagnostic(code, code.severity(), at, message, advice);
  }

  public boolean isBlocker() {
    return severity == Severity.BLOCKER;
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
