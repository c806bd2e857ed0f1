package dev.migrator.rule.startup;

import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import java.util.Optional;

/**
 * Lets the host send its telemetry by OpenTelemetry where the user asks for it, so that host and
 * worker agree (core-model 5.4).
 */
public final class TelemetryMode implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0206", "The host sends its telemetry as the worker does", Step.SETTINGS);

  private static final String KEY = "telemetryMode";
  private static final String OPEN = "OpenTelemetry";

  /** Whether worker and host send by OpenTelemetry: by host.json, or since the user asks for it. */
  static boolean isOpen(Conversion conversion) {
    return conversion.options().openTelemetry()
        || conversion
            .app()
            .hostJson()
            .flatMap(json -> json.findMember(KEY))
            .filter(TelemetryMode::isOpen)
            .isPresent();
  }

  private static boolean isOpen(JsonMember mode) {
    return mode.value().asText().filter(OPEN::equalsIgnoreCase).isPresent();
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    if (!conversion.options().openTelemetry() || conversion.app().functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion.app().hostJson().ifPresent(json -> mode(json, outcome));
    return outcome.build();
  }

  private static void mode(JsonFile json, RuleOutcome.Builder outcome) {
    JsonEdits edits = JsonEdits.in(json, INFO.id());
    Optional<JsonMember> mode = json.findMember(KEY);
    if (mode.isEmpty()) {
      json.findMember("version")
          .ifPresent(
              version ->
                  outcome.edits(edits.insertJsonAfter(version, KEY, JsonEdits.encode(OPEN))));
    } else if (!isOpen(mode.get())) {
      outcome.edit(edits.replaceWithText(mode.get().value(), OPEN));
    }
  }
}
