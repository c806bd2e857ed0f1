package dev.migrator.rule.startup;

import dev.migrator.model.FunctionApp;
import dev.migrator.render.ProgramModel.LogFilter;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The filters that let the same lines of the app pass as in-process: there the host dropped every
 * category but its own and {@code Function.*} unless host.json named it, and host.json does not
 * reach the loggers of a worker (core-model 5.2).
 *
 * @param lines in order, the general ones first
 */
record LogFilters(List<LogFilter> lines) {
  private static final Set<String> LEVELS =
      Set.of("Trace", "Debug", "Information", "Warning", "Error", "Critical", "None");

  LogFilters {
    lines = List.copyOf(lines);
  }

  static LogFilters of(FunctionApp app) {
    List<JsonMember> named = named(app);
    List<LogFilter> lines = new ArrayList<>();
    String others = "None";
    for (JsonMember member : named) {
      if (isDefault(member)) {
        others = level(member).orElse(others);
      }
    }
    lines.add(new LogFilter("null", others));
    if (named.stream().noneMatch(member -> member.name().equals("Function"))) {
      lines.add(new LogFilter("\"Function\"", "Information"));
    }
    for (JsonMember member : named) {
      if (!isDefault(member)) {
        level(member)
            .ifPresent(level -> lines.add(new LogFilter('"' + member.name() + '"', level)));
      }
    }
    return new LogFilters(lines);
  }

  private static List<JsonMember> named(FunctionApp app) {
    return app.hostJson()
        .flatMap(json -> json.find("logging", "logLevel"))
        .filter(JsonValue.JsonObject.class::isInstance)
        .map(value -> ((JsonValue.JsonObject) value).members())
        .orElse(List.of());
  }

  private static boolean isDefault(JsonMember member) {
    return member.name().equalsIgnoreCase("default");
  }

  private static Optional<String> level(JsonMember member) {
    return member
        .value()
        .asText()
        .map(
            text ->
                text.substring(0, 1).toUpperCase(Locale.ROOT)
                    + text.substring(1).toLowerCase(Locale.ROOT))
        .filter(LEVELS::contains);
  }

  /** Overrides by app settings are not followed. */
  boolean hasSettings() {
    return false;
  }
}
