package dev.migrator.report;

import java.util.Locale;

/** Writes what {@code doctor} found for people. */
public final class DoctorText {
  private DoctorText() {}

  public static String write(DoctorReport report) {
    StringBuilder text = new StringBuilder();
    for (DoctorReport.Check check : report.checks()) {
      String state = check.state().name().toLowerCase(Locale.ROOT);
      TextReport.line(text, String.format("%-9s %s: %s", state, check.name(), check.detail()));
    }
    for (DoctorReport.Ability ability : report.abilities()) {
      TextReport.line(
          text, (ability.isPossible() ? "can       " : "cannot    ") + ability.command());
      ability.reasons().forEach(reason -> TextReport.line(text, "          " + reason));
    }
    return text.toString();
  }
}
