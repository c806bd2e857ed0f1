package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.List;

/**
 * Drops the extension bundle from host.json: extensions come from packages, and older hosts start
 * no function when a bundle is named (core-model 9).
 */
public final class HostJson implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0202", "host.json names no extension bundle", Step.SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion.app().hostJson().ifPresent(file -> bundle(file, outcome));
    return outcome.build();
  }

  private static void bundle(JsonFile file, RuleOutcome.Builder outcome) {
    List<JsonMember> bundles = file.findMember("extensionBundle").stream().toList();
    if (!bundles.isEmpty() && file.root().orElseThrow() instanceof JsonValue.JsonObject root) {
      outcome.edits(JsonEdits.in(file, INFO.id()).removeAll(bundles, root));
      outcome.finding(
          new Diagnostic(
              Code.HOST_SWITCH_REMOVED,
              Severity.INFO,
              file.source().location(bundles.get(0).span().start()),
              "extensionBundle is gone: extensions of the worker come from packages",
              "nothing to do"));
    }
  }
}
