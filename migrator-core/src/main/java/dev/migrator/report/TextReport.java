package dev.migrator.report;

import dev.migrator.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;

/**
 * Writes a run for people.
 *
 * @param run what was done
 * @param nextCommands what the reader may want to run now
 */
public record TextReport(RunReport run, List<String> nextCommands) {

  public TextReport {
    nextCommands = List.copyOf(nextCommands);
  }

  /** For stdout: the diff of a preview, or what was done with each app. */
  public String results() {
    return run.diff().orElseGet(this::summary);
  }

  /** For stderr: what a preview cannot print beside its diff. */
  public String findingsBesideDiff() {
    return run.diff().isPresent() ? summary() : "";
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    run.apps().forEach(app -> app(app, text));
    if (!nextCommands.isEmpty()) {
      text.append("Next:\n");
      nextCommands.forEach(command -> text.append("  ").append(command).append('\n'));
    }
    return text.toString();
  }

  private static void app(AppReport app, StringBuilder text) {
    text.append(app.path())
        .append(": ")
        .append(lower(app.status()))
        .append(app.isIncomplete() ? ", converted in part" : "")
        .append(", ")
        .append(app.functions())
        .append(app.functions() == 1 ? " function" : " functions")
        .append(", contract ")
        .append(lower(app.contract()))
        .append(", build ")
        .append(lower(app.build()))
        .append('\n');
    app.steps()
        .forEach(step -> line(text, "  step " + step.name() + "  " + shortId(step.commit())));
    app.findings().forEach(finding -> finding(finding, text));
  }

  static void finding(Diagnostic finding, StringBuilder text) {
    line(
        text,
        "  "
            + finding.severity()
            + " "
            + finding.code().id()
            + " "
            + finding.at()
            + ": "
            + finding.message());
    line(text, "      " + finding.advice());
  }

  static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  static String shortId(String commit) {
    return commit.length() > 10 ? commit.substring(0, 10) : commit;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
