package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
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
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes host.json of version 1 as version 2.0, which every host since then asks for: sections of
 * extensions move under {@code extensions} (core-model 9).
 */
public final class OldHostJson implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0205", "host.json is of version 2.0", Step.SETTINGS);

  private static final Map<String, String> SECTIONS =
      Map.of(
          "http", "http",
          "queues", "queues",
          "serviceBus", "serviceBus",
          "eventHub", "eventHubs",
          "sendGrid", "sendGrid");

  /** Settings of version 1 that extensions have another name for now. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "serviceBus.autoRenewTimeout", "maxAutoLockRenewalDuration",
          "eventHub.maxBatchSize", "maxEventBatchSize");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion
        .app()
        .hostJson()
        .filter(file -> file.findMember("version").isEmpty())
        .ifPresent(
            file -> {
              if (file.root().orElse(null) instanceof JsonValue.JsonObject root) {
                version(file, root, outcome);
              }
            });
    return outcome.build();
  }

  private static void version(
      JsonFile file, JsonValue.JsonObject root, RuleOutcome.Builder outcome) {
    JsonEdits edits = JsonEdits.in(file, INFO.id());
    List<JsonMember> gone =
        root.members().stream().filter(member -> member.name().equals("tracing")).toList();
    List<JsonMember> moved =
        root.member("extensions").isPresent()
            ? List.of()
            : root.members().stream()
                .filter(member -> SECTIONS.containsKey(member.name()))
                .toList();
    boolean isAlone = moved.isEmpty() && gone.size() == root.members().size();
    outcome.edits(head(file, root, isAlone, edits));
    if (!moved.isEmpty()) {
      outcome.edit(edits.replaceWithMembers(moved.get(0), List.of(extensions(file, moved))));
      outcome.edits(edits.removeAll(rest(root, moved, gone), root));
    } else {
      outcome.edits(edits.removeAll(gone, root));
    }
    outcome.finding(
        finding(
            file,
            Severity.INFO,
            "was of version 1 of the host: it is of version 2.0 now"
                + (moved.isEmpty() ? "" : ", with sections under extensions"),
            "look whether the numbers still fit"));
    gone.forEach(
        member ->
            outcome.finding(
                finding(
                    file,
                    Severity.WARNING,
                    "`" + member.name() + "` is gone: no host since version 2 reads it",
                    "set logging.logLevel where its level matters")));
    root.member("logger")
        .ifPresent(
            member ->
                outcome.finding(
                    finding(
                        file,
                        Severity.MANUAL,
                        "`logger` is not read by any host since version 2",
                        "write its levels as logging.logLevel")));
  }

  private static List<JsonMember> rest(
      JsonValue.JsonObject root, List<JsonMember> moved, List<JsonMember> gone) {
    return root.members().stream()
        .filter(member -> gone.contains(member) || moved.indexOf(member) > 0)
        .toList();
  }

  /** The version stands first, whatever else happens to the first member. */
  private static List<Edit> head(
      JsonFile file, JsonValue.JsonObject root, boolean isAlone, JsonEdits edits) {
    if (root.members().isEmpty()) {
      return edits.addJson(root, "version", "\"2.0\"");
    }
    int first = root.members().get(0).span().start();
    String before = file.source().text().substring(file.source().lineStart(first), first);
    String start = before.isBlank() ? file.source().lineEnd().text() + before : " ";
    String text = start + "\"version\": \"2.0\"" + (isAlone ? "" : ",");
    return List.of(Edit.insert(file.path(), root.span().start() + 1, text, INFO.id()));
  }

  private static String extensions(JsonFile file, List<JsonMember> moved) {
    return moved.stream()
        .map(member -> "\"" + SECTIONS.get(member.name()) + "\": " + section(file, member))
        .collect(Collectors.joining(",\n  ", "\"extensions\": {\n  ", "\n}"));
  }

  /** The section as it is written, with the names of now, one level deeper. */
  private static String section(JsonFile file, JsonMember member) {
    StringBuilder text = new StringBuilder();
    String all = file.source().text();
    int from = member.value().span().start();
    for (JsonMember setting : member.value().members()) {
      String name = SETTINGS.get(member.name() + "." + setting.name());
      if (name != null) {
        text.append(all, from, setting.nameSpan().start()).append('"').append(name).append('"');
        from = setting.nameSpan().end();
      }
      if (isMilliseconds(member, setting)) {
        text.append(all, from, setting.value().span().start())
            .append('"')
            .append(ExtensionSettings.duration(setting.value().span().of(all)))
            .append('"');
        from = setting.value().span().end();
      }
    }
    text.append(all, from, member.value().span().end());
    String indentation = file.source().indentation(member.span().start());
    return text.toString()
        .replace("\r\n", "\n")
        .replace("\n" + indentation, "\n")
        .replace("\n", "\n  ");
  }

  private static boolean isMilliseconds(JsonMember section, JsonMember setting) {
    return section.name().equals("queues")
        && setting.name().equals("maxPollingInterval")
        && setting.value() instanceof JsonValue.JsonNumber;
  }

  private static Diagnostic finding(
      JsonFile file, Severity severity, String message, String advice) {
    return new Diagnostic(
        Code.HOST_SWITCH_REMOVED,
        severity,
        file.source().location(file.root().orElseThrow().span().start()),
        "host.json: " + message,
        advice);
  }
}
