package dev.migrator.rule.startup;

import dev.migrator.model.FunctionApp;
import dev.migrator.render.ProgramModel.LogFilter;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The filters that let the same lines of the app pass as in-process. There the fallback was
 * Information and above of {@code Function.*} and nothing of other categories; entries of host.json
 * beat it. The loggers of a worker do not see host.json (core-model 5.2); the rule is measured, see
 * {@code templates/MODELS.md}.
 *
 * @param lines in order, the general ones first
 */
record LogFilters(List<LogFilter> lines) {
  static final String DEFAULT = "default";

  private static final List<String> LEVELS =
      List.of("Trace", "Debug", "Information", "Warning", "Error", "Critical", "None");
  private static final List<String> OF_THE_HOST =
      List.of("host", "worker", "microsoft.azure.webjobs");

  private record Entry(String category, String level) {}

  LogFilters {
    lines = List.copyOf(lines);
  }

  static LogFilters of(FunctionApp app) {
    List<Entry> entries =
        levels(app).stream()
            .flatMap(member -> level(member).map(l -> new Entry(member.name(), l)).stream())
            .toList();
    List<Entry> named =
        entries.stream().filter(e -> !e.category().equalsIgnoreCase(DEFAULT)).toList();
    Optional<String> fallback =
        entries.stream()
            .filter(e -> e.category().equalsIgnoreCase(DEFAULT))
            .map(Entry::level)
            .reduce((first, last) -> last);
    List<LogFilter> lines = new ArrayList<>();
    lines.add(new LogFilter("null", fallback.orElse("None")));
    for (Entry general :
        fallback.map(LogFilters::ofTheWorker).orElseGet(() -> withoutFallback(app))) {
      if (named.stream().noneMatch(entry -> isPrefix(entry, general))) {
        lines.add(filter(general));
      }
    }
    named.stream().filter(e -> !isOfTheHost(e)).forEach(e -> lines.add(filter(e)));
    return new LogFilters(lines);
  }

  /** An endpoint of NServiceBus logged as the function that fed it (MIG0416). */
  private static List<Entry> withoutFallback(FunctionApp app) {
    Stream<Entry> ofPackages =
        MessageEndpoints.isIn(app)
            ? Stream.of(new Entry("NServiceBus", "Information"))
            : Stream.empty();
    return Stream.concat(
            Stream.of(
                new Entry("Function.", "Information"),
                new Entry("Microsoft.", "Warning"),
                new Entry("System.", "Warning"),
                new Entry("Azure.", "Warning")),
            ofPackages)
        .toList();
  }

  /** Lines that only a worker writes. */
  private static List<Entry> ofTheWorker(String fallback) {
    return LEVELS.indexOf(fallback) >= LEVELS.indexOf("Warning")
        ? List.of()
        : List.of(
            new Entry("Microsoft.AspNetCore.", "Warning"),
            new Entry("Microsoft.Azure.Functions.Worker.", "Warning"),
            new Entry("Microsoft.Hosting.", "Warning"));
  }

  private static boolean isPrefix(Entry entry, Entry general) {
    String category = entry.category().toLowerCase(Locale.ROOT);
    return !category.contains("*")
        && general.category().toLowerCase(Locale.ROOT).startsWith(category);
  }

  private static boolean isOfTheHost(Entry entry) {
    return isOfTheHost(entry.category());
  }

  /** Whether only the host writes lines of the category. */
  static boolean isOfTheHost(String name) {
    String category = name.toLowerCase(Locale.ROOT);
    return OF_THE_HOST.stream()
        .anyMatch(host -> category.equals(host) || category.startsWith(host + "."));
  }

  private static LogFilter filter(Entry entry) {
    String quoted = entry.category().replace("\\", "\\\\").replace("\"", "\\\"");
    return new LogFilter('"' + quoted + '"', entry.level());
  }

  /** The entries of host.json, in order. */
  static List<JsonMember> levels(FunctionApp app) {
    return app.hostJson()
        .flatMap(json -> json.find("logging", "logLevel"))
        .filter(JsonValue.JsonObject.class::isInstance)
        .map(value -> ((JsonValue.JsonObject) value).members())
        .orElse(List.of());
  }

  /** A name in any case, or the number of one. */
  static Optional<String> level(JsonMember member) {
    String written =
        member.value() instanceof JsonValue.JsonNumber number
            ? number.text()
            : member.value().asText().orElse("");
    return LEVELS.stream()
        .filter(
            level ->
                level.equalsIgnoreCase(written)
                    || String.valueOf(LEVELS.indexOf(level)).equals(written))
        .findFirst();
  }
}
