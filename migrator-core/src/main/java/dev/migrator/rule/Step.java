package dev.migrator.rule;

import java.util.Locale;

/** Rules that land together as one commit, in the order of the commits; every commit builds. */
public enum Step {
  /** Project files, functions, startup and what names their types: they build only together. */
  CODE("Move %s to the isolated worker model"),
  SETTINGS("Point the settings of %s at the isolated worker"),
  /** New tests; those that are there change with the code, without which they would not build. */
  TESTS("Test the payloads of %s"),
  DEPLOYMENT("Deploy %s as an isolated worker");

  private final String subject;

  Step(String subject) {
    this.subject = subject;
  }

  /** As in reports and trailers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** First line of the commit. */
  public String subject(String app) {
    return String.format(Locale.ROOT, subject, app);
  }
}
