package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes settings of host.json as the extensions of the worker read them: {@code
 * "messageHandlerOptions": { "maxConcurrentCalls": 4 }} to {@code "maxConcurrentCalls": 4}; what an
 * earlier extension did unasked is written down (bindings 1.1 to 1.6).
 */
public final class ExtensionSettings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0203", "host.json speaks to the new extensions", Step.SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    app.hostJson().ifPresent(file -> sections(file, outcome));
    implied(app, outcome);
    return outcome.build();
  }

  private static void sections(JsonFile file, RuleOutcome.Builder outcome) {
    JsonEdits edits = JsonEdits.in(file, INFO.id());
    file.findMember("extensions").stream()
        .flatMap(extensions -> extensions.value().members().stream())
        .forEach(
            section -> {
              MovedSettings moved = MovedSettings.of(section, file);
              outcome.edits(moved.edits(edits));
              moved.conflict().ifPresent(place -> outcome.finding(conflict(file, section, place)));
            });
    pollingInterval(file, edits, outcome);
    withoutCounterpart(file, outcome);
  }

  /** The first version took milliseconds. */
  private static void pollingInterval(JsonFile file, JsonEdits edits, RuleOutcome.Builder outcome) {
    file.find("extensions", "queues", "maxPollingInterval")
        .filter(JsonValue.JsonNumber.class::isInstance)
        .map(JsonValue.JsonNumber.class::cast)
        .filter(number -> number.text().matches("[0-9]+"))
        .ifPresent(number -> outcome.edit(edits.replaceWithText(number, duration(number.text()))));
  }

  /** {@code 2000} to {@code 00:00:02}. */
  static String duration(String milliseconds) {
    BigInteger thousand = BigInteger.valueOf(1000);
    BigInteger[] parts = new BigInteger(milliseconds).divideAndRemainder(thousand);
    long seconds = parts[0].longValueExact();
    String fraction =
        parts[1].signum() == 0 ? "" : String.format(Locale.ROOT, ".%03d", parts[1].intValue());
    return String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        + fraction;
  }

  private static void withoutCounterpart(JsonFile file, RuleOutcome.Builder outcome) {
    file.findMember("extensions", "blobs", "centralizedPoisonQueue")
        .ifPresent(
            member ->
                outcome.finding(
                    moved(
                        file,
                        member,
                        "one poison queue for all blobs is not known to the extension any more",
                        "read the queue webjobs-blobtrigger-poison of each storage account")));
    file.findMember("extensions", "cosmosDB", "leaseOptions").stream()
        .flatMap(options -> options.value().members().stream())
        .filter(member -> !member.name().equalsIgnoreCase("leasePrefix"))
        .forEach(
            member ->
                outcome.finding(
                    moved(
                        file,
                        member,
                        "options of the leases are not read from host.json any more",
                        "write the property of this name at each Cosmos DB trigger")));
    file.findMember("extensions", "serviceBus", "enableCrossEntityTransactions")
        .filter(member -> member.value().span().of(file.source().text()).equals("true"))
        .ifPresent(
            member ->
                outcome.finding(
                    moved(
                        file,
                        member,
                        "the worker settles a message outside of the transactions of its clients",
                        "let what is sent twice do no harm, or send it by an output binding")));
  }

  private static Diagnostic moved(JsonFile file, JsonMember member, String message, String advice) {
    return Diagnostic.of(
        Code.HOST_SETTING_MOVED,
        file.source().location(member.span().start()),
        "`" + member.name() + "`: " + message,
        advice);
  }

  private static Diagnostic conflict(JsonFile file, JsonMember section, JsonMember place) {
    return moved(
        file,
        place,
        "the " + section.name() + " extension has one setting for several different values",
        "choose one value; the section was left as it was");
  }

  private static void implied(FunctionApp app, RuleOutcome.Builder outcome) {
    implied(app).forEach(setting -> implied(app, setting, outcome));
  }

  /** What earlier extensions did unasked and host.json does not say. */
  static List<Implied> implied(FunctionApp app) {
    List<Implied> settings = new ArrayList<>();
    if (has(app, trigger -> trigger.kind().equals("eventHubTrigger"))
        && app.project().isBefore("EventHubs", "6.0.0")) {
      settings.add(
          new Implied(
              "eventHubs",
              "maxEventBatchSize",
              "eventProcessorOptions.maxBatchSize",
              "10",
              "the Event Hubs extension takes 100 events at once where it took 10"));
    }
    if (has(app, ExtensionSettings::hasSessions) && app.project().isBefore("ServiceBus", "5.0.0")) {
      settings.add(
          new Implied(
              "serviceBus",
              "maxConcurrentSessions",
              "sessionHandlerOptions.maxConcurrentSessions",
              "2000",
              "the Service Bus extension serves 8 sessions at once where it served 2000"));
    }
    settings.removeIf(
        setting ->
            app.hostJson().filter(f -> f.root().isPresent()).filter(setting::isSaid).isPresent());
    return settings;
  }

  /** What an extension did where host.json said nothing. */
  record Implied(String section, String name, String earlierName, String value, String change) {
    private boolean isSaid(JsonFile file) {
      JsonValue root = file.root().orElseThrow();
      return MovedSettings.find(root, "extensions." + section + "." + name).isPresent()
          || MovedSettings.find(root, "extensions." + section + "." + earlierName).isPresent()
          || OldHostJson.says(file, this);
    }

    /** As it stands in its section. */
    String member() {
      return "\"" + name + "\": " + value;
    }

    /** The section with this setting alone. */
    String json() {
      return "{\n  " + member() + "\n}";
    }
  }

  private static boolean has(FunctionApp app, Predicate<Binding> condition) {
    return app.functions().stream().flatMap(f -> f.trigger().stream()).anyMatch(condition);
  }

  private static boolean hasSessions(Binding trigger) {
    return trigger.kind().equals("serviceBusTrigger")
        && Boolean.TRUE.equals(trigger.properties().get("isSessionsEnabled"));
  }

  private static void implied(FunctionApp app, Implied setting, RuleOutcome.Builder outcome) {
    Optional<JsonFile> file = app.hostJson().filter(json -> json.root().isPresent());
    Optional<JsonValue.JsonObject> root =
        file.flatMap(JsonFile::root)
            .filter(JsonValue.JsonObject.class::isInstance)
            .map(JsonValue.JsonObject.class::cast);
    if (root.isPresent() && !OldHostJson.isOld(file.orElseThrow())) {
      outcome.edits(
          written(JsonEdits.in(file.orElseThrow(), INFO.id()), root.orElseThrow(), setting));
    }
    outcome.finding(
        new Diagnostic(
            Code.HOST_SETTING_MOVED,
            root.isPresent() ? Severity.INFO : Code.HOST_SETTING_MOVED.severity(),
            Location.ofFile(file.map(JsonFile::path).orElse(app.project().path())),
            setting.change()
                + (root.isPresent()
                    ? ": host.json names the old number now"
                    : ", and there is no host.json to write the old number to"),
            "set extensions."
                + setting.section()
                + "."
                + setting.name()
                + " to "
                + setting.value()
                + " or to what fits"));
  }

  /** The setting where the file has its section, or with what it needs around it. */
  static List<Edit> written(JsonEdits edits, JsonValue.JsonObject root, Implied setting) {
    Optional<JsonMember> extensions = MovedSettings.member(root, "extensions");
    Optional<JsonMember> section =
        extensions.flatMap(e -> MovedSettings.member(e.value(), setting.section()));
    if (section.isPresent() && section.get().value() instanceof JsonValue.JsonObject object) {
      return edits.addJson(object, setting.name(), setting.value());
    }
    if (extensions.isPresent() && extensions.get().value() instanceof JsonValue.JsonObject object) {
      return edits.addJson(object, setting.section(), setting.json());
    }
    return edits.addJson(
        root,
        "extensions",
        "{\n  \"" + setting.section() + "\": " + setting.json().replace("\n", "\n  ") + "\n}");
  }
}
