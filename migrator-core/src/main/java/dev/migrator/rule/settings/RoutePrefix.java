package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.HostSection;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Moves the prefix of the routes from a setting to host.json, where the worker reads it too: {@code
 * AzureFunctionsJobHost__extensions__http__routePrefix} (core-model 12, T16).
 */
public final class RoutePrefix implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0204", "The prefix of the routes stands in host.json", Step.SETTINGS);

  private static final Pattern SETTING =
      Pattern.compile("(?i)AzureFunctionsJobHost(?:__|:)extensions(?:__|:)http(?:__|:)routePrefix");
  private static final String NAME = "routePrefix";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** The settings that local.settings.json loses by this rule. */
  static Stream<JsonMember> settings(JsonFile localSettings) {
    return localSettings.find("Values").stream()
        .flatMap(values -> values.members().stream())
        .filter(member -> SETTING.matcher(member.name()).matches());
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion
        .app()
        .localSettings()
        .ifPresent(
            local ->
                settings(local).findFirst().ifPresent(found -> moved(conversion, found, outcome)));
    return outcome.build();
  }

  private static void moved(
      Conversion conversion, JsonMember setting, RuleOutcome.Builder outcome) {
    Optional<JsonFile> host = conversion.app().hostJson();
    Optional<String> value = setting.value().asText();
    boolean isWritten =
        host.isPresent()
            && value.isPresent()
            && host.get().findMember("version").isPresent()
            && mayAdd(conversion.app(), host.get());
    if (isWritten) {
      outcome.edits(prefix(host.get(), value.get()));
    }
    outcome.finding(
        new Diagnostic(
            Code.HOST_SETTING_MOVED,
            isWritten ? Severity.INFO : Severity.MANUAL,
            Location.ofFile(host.map(JsonFile::path).orElse(conversion.app().project().path())),
            "the setting `" + setting.name() + "` does not reach the routes of the worker",
            isWritten
                ? "host.json names its value now: take the setting out where the app is deployed"
                : "write its value to host.json as extensions.http.routePrefix"));
  }

  /** Where the file has no extensions, another rule may add some for earlier packages. */
  private static boolean mayAdd(FunctionApp app, JsonFile host) {
    return host.find("extensions").isPresent()
        || !app.project().isBefore("ServiceBus", "5.0.0")
            && !app.project().isBefore("EventHubs", "6.0.0");
  }

  private static List<Edit> prefix(JsonFile host, String value) {
    boolean isSame =
        host.findMember("extensions", "http", NAME)
            .flatMap(known -> known.value().asText())
            .filter(value::equals)
            .isPresent();
    return isSame
        ? List.of()
        : new HostSection(host, "http")
            .set(List.of(new HostSection.Setting(NAME, JsonEdits.encode(value))), INFO.id());
  }
}
