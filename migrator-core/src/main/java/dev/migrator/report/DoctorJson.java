package dev.migrator.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes what {@code doctor} found as the JSON of {@code docs/schemas/doctor-1.schema.json}. */
public final class DoctorJson {
  public static final String SCHEMA = "migrator-doctor/1";

  private DoctorJson() {}

  public static String write(DoctorReport report) {
    ObjectNode root = JsonReport.head(SCHEMA);
    ArrayNode checks = root.putArray("checks");
    report
        .checks()
        .forEach(
            check ->
                checks
                    .addObject()
                    .put("name", check.name())
                    .put("state", check.state().name().toLowerCase(Locale.ROOT))
                    .put("detail", check.detail()));
    ArrayNode abilities = root.putArray("abilities");
    for (DoctorReport.Ability ability : report.abilities()) {
      ArrayNode reasons =
          abilities
              .addObject()
              .put("command", ability.command())
              .put("possible", ability.isPossible())
              .putArray("reasons");
      ability.reasons().forEach(reasons::add);
    }
    return JsonReport.text(root);
  }
}
