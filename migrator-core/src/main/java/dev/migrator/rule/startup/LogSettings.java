package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.RepositoryText;
import dev.migrator.source.Location;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person must know of the log levels: where they were copied from and what stays behind. */
final class LogSettings {
  private static final Pattern SETTING =
      Pattern.compile("(?i)AzureFunctionsJobHost(__|:)logging(__|:)logLevel(__|:).+");

  /** Sections of {@code logging} with options of the host that have no levels for the app. */
  private static final Set<String> NO_PROVIDERS = Set.of("loglevel", "filemode", "fileloggingmode");

  private LogSettings() {}

  /** Whether app settings override levels of host.json, as far as the repository tells. */
  static boolean areSeen(FunctionApp app) {
    return !places(app).isEmpty();
  }

  private static List<Location> places(FunctionApp app) {
    Stream<Location> local =
        app.localSettings().stream()
            .flatMap(
                file ->
                    file.find("Values").stream()
                        .flatMap(values -> values.members().stream())
                        .filter(member -> SETTING.matcher(member.name()).matches())
                        .map(member -> at(file, member)));
    return Stream.concat(local, app.repositoryTexts("log-level").map(RepositoryText::at)).toList();
  }

  static List<Diagnostic> findings(FunctionApp app) {
    List<Diagnostic> findings = new ArrayList<>();
    app.hostJson()
        .ifPresent(
            file -> {
              levels(app, file, findings);
              file.find("logging").stream()
                  .flatMap(logging -> logging.members().stream())
                  .filter(LogSettings::hasOwnLevels)
                  .forEach(provider -> findings.add(ofProvider(file, provider)));
            });
    places(app).forEach(place -> findings.add(bySetting(place)));
    return findings;
  }

  private static void levels(FunctionApp app, JsonFile file, List<Diagnostic> findings) {
    List<JsonMember> levels = LogFilters.levels(app);
    levels.stream()
        .filter(member -> LogFilters.level(member).isEmpty())
        .forEach(member -> findings.add(unknownLevel(file, member)));
    levels.stream()
        .filter(member -> LogFilters.level(member).isPresent())
        .filter(member -> !member.name().equalsIgnoreCase(LogFilters.DEFAULT))
        .filter(member -> !LogFilters.isOfTheHost(member.name()))
        .findFirst()
        .ifPresent(member -> findings.add(copied(file, member)));
  }

  private static boolean hasOwnLevels(JsonMember section) {
    return !NO_PROVIDERS.contains(section.name().toLowerCase(Locale.ROOT))
        && section.value() instanceof JsonValue.JsonObject provider
        && provider.members().stream().anyMatch(m -> m.name().equalsIgnoreCase("logLevel"));
  }

  private static Diagnostic copied(JsonFile file, JsonMember member) {
    return Diagnostic.of(
        Code.LOG_LEVELS_MOVED,
        at(file, member),
        "log levels of the app's own categories, `"
            + member.name()
            + "` first, were copied to Program.cs",
        "change both from now on: host.json governs the host, Program.cs the worker");
  }

  private static Diagnostic unknownLevel(JsonFile file, JsonMember member) {
    return Diagnostic.of(
        Code.LOG_LEVEL_NOT_CARRIED,
        at(file, member),
        "`" + member.name() + "` has a value that is no log level: the host refuses to start",
        "write Trace, Debug, Information, Warning, Error, Critical or None, and run again");
  }

  private static Diagnostic ofProvider(JsonFile file, JsonMember provider) {
    return Diagnostic.of(
        Code.LOG_LEVEL_NOT_CARRIED,
        at(file, provider),
        "the levels of `logging." + provider.name() + "` govern the host's own lines only",
        "add a filter for the provider in Program.cs where the app relies on them");
  }

  private static Diagnostic bySetting(Location place) {
    return Diagnostic.of(
        Code.LOG_LEVEL_OF_SETTING,
        place,
        "an app setting overrides a log level of host.json; Program.cs reads it for the worker too",
        "keep the setting; its name stays the same");
  }

  private static Location at(JsonFile file, JsonMember member) {
    return file.source().location(member.span().start());
  }
}
