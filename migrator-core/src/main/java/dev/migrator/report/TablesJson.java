package dev.migrator.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.verify.RegisteringCalls.Registration;
import java.util.List;
import java.util.Locale;

/** Writes the tables of an app as the JSON of {@code docs/schemas/run-1.schema.json}. */
final class TablesJson {
  private TablesJson() {}

  static void write(AppTables tables, ObjectNode node) {
    ArrayNode settings = node.putArray("settings");
    tables
        .settings()
        .forEach(
            use -> {
              ObjectNode setting = settings.addObject().put("name", use.name());
              setting.put("kind", use.kind().name().toLowerCase(Locale.ROOT));
              texts(use.usedBy(), setting.putArray("usedBy"));
              texts(use.definedIn(), setting.putArray("definedIn"));
            });
    ObjectNode registrations = node.putObject("registrations");
    registrations(tables.registeredBefore(), registrations.putArray("before"));
    registrations(tables.registeredAfter(), registrations.putArray("after"));
    ArrayNode levels = node.putArray("logLevels");
    tables
        .logLevels()
        .forEach(
            row ->
                levels
                    .addObject()
                    .put("category", row.category())
                    .put("before", row.before())
                    .put("after", row.after()));
    ArrayNode payloads = node.putArray("payloads");
    tables
        .payloads()
        .forEach(
            payload -> {
              ObjectNode entry = payloads.addObject().put("type", payload.type());
              texts(payload.functions(), entry.putArray("functions"));
              entry.put("serializer", tables.serializer());
            });
  }

  private static void registrations(List<Registration> list, ArrayNode array) {
    list.forEach(one -> array.addObject().put("at", one.at()).put("text", one.text()));
  }

  private static void texts(List<String> texts, ArrayNode array) {
    texts.forEach(array::add);
  }
}
