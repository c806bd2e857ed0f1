package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Points local.settings.json at the isolated worker: {@code "FUNCTIONS_WORKER_RUNTIME": "dotnet"}
 * to {@code "dotnet-isolated"}, which is added where version 1 of the host knew no such setting;
 * switches of the in-process host go (core-model 9).
 */
public final class LocalSettings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0201", "Local settings name the isolated worker", Step.SETTINGS);

  private static final String FILE = "local.settings.json";
  private static final Pattern BETWEEN_PERCENTS = Pattern.compile("%([^%\\s]+)%");
  private static final String RUNTIME = "FUNCTIONS_WORKER_RUNTIME";
  private static final String ISOLATED = "dotnet-isolated";
  private static final Set<String> OLD = Set.of("~1", "~2", "~3");
  private static final Set<String> OLD_HOSTS = Set.of("v1", "v2", "v3");
  private static final String VERSION = "FUNCTIONS_EXTENSION_VERSION";
  private static final String COMPATIBILITY = "FUNCTIONS_V2_COMPATIBILITY_MODE";
  private static final Set<String> GONE =
      Set.of("FUNCTIONS_INPROC_NET8_ENABLED", "AzureWebJobsDashboard", COMPATIBILITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    if (!app.functions().isEmpty()) {
      outcome.finding(deployment(app));
    }
    app.localSettings().ifPresent(file -> settings(conversion, file, outcome));
    if (app.project().localSettings().isEmpty() && !app.functions().isEmpty()) {
      outcome.finding(absent(app));
    }
    return outcome.build();
  }

  /** What runs in Azure is set there, and no file of the repository tells. */
  private static Diagnostic deployment(FunctionApp app) {
    return Diagnostic.of(
        Code.WORKER_SETTING_OF_DEPLOYMENT,
        Location.ofFile(app.project().path()),
        isOfVersion1(app)
            ? "the deployed app has no app setting FUNCTIONS_WORKER_RUNTIME: version 1 of the host"
                + " knew no workers"
            : "the deployed app still has the app setting FUNCTIONS_WORKER_RUNTIME=dotnet",
        "set it to dotnet-isolated"
            + (isOfOldHost(app) ? ", and " + VERSION + " to ~4," : "")
            + " together with the deployment of this branch");
  }

  /** No other version of the host ran in-process apps of the .NET Framework (operations 5). */
  private static boolean isOfVersion1(FunctionApp app) {
    return app.project().isOfNetFramework();
  }

  private static boolean isOfOldHost(FunctionApp app) {
    return isOfVersion1(app)
        || app.project()
            .azureFunctionsVersion()
            .map(version -> version.toLowerCase(Locale.ROOT))
            .filter(OLD_HOSTS::contains)
            .isPresent();
  }

  /** A file of one machine is not written for it; its settings are named instead. */
  private static Diagnostic absent(FunctionApp app) {
    return new Diagnostic(
        Code.LOCAL_SETTINGS_NOT_EDITED,
        Severity.INFO,
        Location.ofFile(app.project().pathBeside(FILE)),
        FILE + " is not there, and was not written",
        "where the app runs, set \""
            + RUNTIME
            + "\": \""
            + ISOLATED
            + "\"; its bindings read "
            + String.join(", ", settingsOf(app)));
  }

  /** The storage of the host, connections, and names between percent signs. */
  private static SortedSet<String> settingsOf(FunctionApp app) {
    SortedSet<String> settings = new TreeSet<>(Set.of("AzureWebJobsStorage"));
    app.functions().stream()
        .flatMap(function -> function.bindings().stream())
        .flatMap(binding -> binding.properties().entrySet().stream())
        .filter(property -> property.getValue() instanceof String)
        .forEach(
            property -> {
              String value = String.valueOf(property.getValue());
              if (property.getKey().equals("connection") && !value.isBlank()) {
                settings.add(value);
              }
              BETWEEN_PERCENTS
                  .matcher(value)
                  .results()
                  .forEach(name -> settings.add(name.group(1)));
            });
    return settings;
  }

  private static void settings(Conversion conversion, JsonFile file, RuleOutcome.Builder outcome) {
    Optional<JsonValue.JsonObject> values =
        file.find("Values")
            .filter(JsonValue.JsonObject.class::isInstance)
            .map(JsonValue.JsonObject.class::cast);
    if (values.isEmpty()) {
      return;
    }
    Optional<JsonMember> runtime =
        file.findMember("Values", RUNTIME)
            .filter(member -> member.value().asText().filter("dotnet"::equals).isPresent());
    List<JsonMember> gone =
        values.get().members().stream()
            .filter(
                member ->
                    GONE.contains(member.name())
                        || RoutePrefix.settings(file).anyMatch(member::equals))
            .toList();
    if (file.find("IsEncrypted").filter(LocalSettings::isTrue).isPresent()) {
      outcome.finding(encrypted(file));
      return;
    }
    Optional<JsonMember> version =
        file.findMember("Values", VERSION)
            .filter(member -> member.value().asText().filter(OLD::contains).isPresent());
    version.ifPresent(member -> outcome.finding(version(file, member)));
    gone.stream()
        .filter(member -> member.name().equals(COMPATIBILITY))
        .forEach(member -> outcome.finding(compatibility(file, member)));
    boolean isNew = isOfVersion1(conversion.app()) && file.find("Values", RUNTIME).isEmpty();
    if (runtime.isEmpty() && gone.isEmpty() && version.isEmpty() && !isNew) {
      return;
    }
    if (!conversion.app().isLocalSettingsTracked() && !conversion.options().editIgnored()) {
      outcome.finding(notEdited(file, runtime.isPresent() || isNew, runtime, gone));
      return;
    }
    JsonEdits edits = JsonEdits.in(file, INFO.id());
    if (isNew && gone.isEmpty()) {
      outcome.edits(edits.addJson(values.get(), RUNTIME, JsonEdits.encode(ISOLATED)));
    } else if (isNew) {
      String member = JsonEdits.encode(RUNTIME) + ": " + JsonEdits.encode(ISOLATED);
      outcome.edit(edits.replaceWithMembers(gone.get(0), List.of(member)));
      gone = gone.subList(1, gone.size());
    }
    runtime.ifPresent(member -> outcome.edit(edits.replaceWithText(member.value(), ISOLATED)));
    version.ifPresent(member -> outcome.edit(edits.replaceWithText(member.value(), "~4")));
    outcome.edits(edits.removeAll(gone, values.get()));
  }

  private static boolean isTrue(JsonValue value) {
    return value instanceof JsonValue.JsonLiteral literal && literal.text().equals("true");
  }

  private static Diagnostic encrypted(JsonFile file) {
    return Diagnostic.of(
        Code.LOCAL_SETTINGS_NOT_EDITED,
        Location.ofFile(file.path()),
        "local.settings.json is encrypted and was left as it is",
        "run `func settings decrypt`, then set \"" + RUNTIME + "\": \"" + ISOLATED + "\"");
  }

  private static Diagnostic version(JsonFile file, JsonMember member) {
    return Diagnostic.of(
        Code.HOST_SWITCH_REMOVED,
        file.source().location(member.span().start()),
        VERSION + " is ~4 from now on: the worker needs version 4 of the host",
        "set it where the app is deployed, before the release");
  }

  private static Diagnostic compatibility(JsonFile file, JsonMember member) {
    return Diagnostic.of(
        Code.HOST_SWITCH_REMOVED,
        file.source().location(member.span().start()),
        member.name() + " is gone: it speaks to the host, and not to the worker",
        "take it out where the app is deployed");
  }

  private static Diagnostic notEdited(
      JsonFile file, boolean isWritten, Optional<JsonMember> runtime, List<JsonMember> gone) {
    List<String> changes = new ArrayList<>();
    if (isWritten) {
      changes.add("write \"" + RUNTIME + "\": \"" + ISOLATED + "\"");
    }
    gone.forEach(member -> changes.add("delete \"" + member.name() + "\""));
    int offset =
        runtime.or(() -> gone.stream().findFirst()).map(member -> member.span().start()).orElse(0);
    return Diagnostic.of(
        Code.LOCAL_SETTINGS_NOT_EDITED,
        file.source().location(offset),
        "local.settings.json is not tracked by git and was left as it is",
        "in \"Values\": " + String.join(", ", changes) + "; or run again with --edit-ignored");
  }
}
