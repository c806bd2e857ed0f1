package dev.migrator.rule.settings;

import dev.migrator.edit.Edit;
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
import java.util.Optional;
import java.util.Set;

/**
 * Raises the SDK that global.json pins where it is older than the target framework, which it could
 * not build (core-model 9).
 */
public final class GlobalJson implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0104", "global.json takes an SDK that can build the app", Step.CODE);

  /** Policies that take every later feature band, or more. */
  private static final Set<String> WIDE =
      Set.of("feature", "latestFeature", "minor", "latestMinor", "major", "latestMajor");

  private static final Set<String> ANY_MAJOR = Set.of("major", "latestMajor");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!conversion.app().functions().isEmpty()) {
      conversion
          .app()
          .globalJson()
          .ifPresent(file -> outcome.edits(raised(file, conversion.options().targetMajor())));
    }
    return outcome.build();
  }

  private static List<Edit> raised(JsonFile file, int major) {
    Optional<JsonMember> version = file.findMember("sdk", "version");
    Optional<JsonMember> policy = file.findMember("sdk", "rollForward");
    boolean isOlder = version.flatMap(GlobalJson::major).filter(m -> m < major).isPresent();
    if (!isOlder || text(policy).filter(ANY_MAJOR::contains).isPresent()) {
      return List.of();
    }
    JsonEdits edits = JsonEdits.in(file, INFO.id());
    Edit raised = edits.replaceWithText(version.orElseThrow().value(), major + ".0.100");
    if (text(policy).filter(WIDE::contains).isPresent()) {
      return List.of(raised);
    }
    return policy
        .map(member -> List.of(raised, edits.replaceWithText(member.value(), "latestFeature")))
        .orElseGet(() -> List.of(withPolicy(edits, version.orElseThrow(), major)));
  }

  /** One edit for both, since an insertion behind the version would touch it. */
  private static Edit withPolicy(JsonEdits edits, JsonMember version, int major) {
    return edits.replaceWithJson(
        version.value(), "\"" + major + ".0.100\", \"rollForward\": \"latestFeature\"");
  }

  private static Optional<String> text(Optional<JsonMember> member) {
    return member.map(JsonMember::value).flatMap(JsonValue::asText);
  }

  private static Optional<Integer> major(JsonMember version) {
    return version
        .value()
        .asText()
        .map(text -> text.split("\\.")[0])
        .filter(number -> number.matches("[0-9]{1,3}"))
        .map(Integer::valueOf);
  }
}
