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
import java.util.LinkedHashMap;
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

  private static final String VERSION = "\"version\": \"2.0\"";

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
        .filter(OldHostJson::isOld)
        .ifPresent(
            file -> {
              if (file.root().orElse(null) instanceof JsonValue.JsonObject root) {
                version(file, root, ExtensionSettings.implied(conversion.app()), outcome);
              }
            });
    return outcome.build();
  }

  /** Whether this rule writes the file anew: no other one adds to it then. */
  static boolean isOld(JsonFile file) {
    return file.findMember("version").isEmpty();
  }

  /** Whether a section of version 1 says by its earlier name what an extension does. */
  static boolean says(JsonFile file, ExtensionSettings.Implied setting) {
    return isOld(file)
        && SETTINGS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(setting.name()))
            .anyMatch(entry -> file.find(entry.getKey().split("\\.")).isPresent());
  }

  private static void version(
      JsonFile file,
      JsonValue.JsonObject root,
      List<ExtensionSettings.Implied> implied,
      RuleOutcome.Builder outcome) {
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
    if (!moved.isEmpty()) {
      outcome.edits(head(file, root, isAlone, VERSION, edits));
      String extensions = extensions(sections(file, moved, implied));
      outcome.edit(edits.replaceWithMembers(moved.get(0), List.of(extensions)));
      outcome.edits(edits.removeAll(rest(root, moved, gone), root));
    } else if (implied.isEmpty() || root.member("extensions").isPresent()) {
      outcome.edits(head(file, root, isAlone, VERSION, edits));
      outcome.edits(edits.removeAll(gone, root));
      implied.forEach(one -> outcome.edits(ExtensionSettings.written(edits, root, one)));
    } else {
      String extensions = extensions(sections(file, moved, implied));
      outcome.edits(head(file, root, isAlone, VERSION + ",\n" + extensions, edits));
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
      JsonFile file, JsonValue.JsonObject root, boolean isAlone, String members, JsonEdits edits) {
    if (root.members().isEmpty()) {
      return edits.addMembers(root, members);
    }
    int first = root.members().get(0).span().start();
    String before = file.source().text().substring(file.source().lineStart(first), first);
    String start = before.isBlank() ? "\n" + before : " ";
    String written =
        before.isBlank() ? members.replace("\n", start) : members.replaceAll("\n *", " ");
    String text = start + written + (isAlone ? "" : ",");
    return List.of(
        Edit.insert(
            file.path(), root.span().start() + 1, file.source().lineEnd().apply(text), INFO.id()));
  }

  private static String extensions(Map<String, String> sections) {
    return sections.entrySet().stream()
        .map(section -> "\"" + section.getKey() + "\": " + section.getValue())
        .map(section -> section.replace("\n", "\n  "))
        .collect(Collectors.joining(",\n  ", "\"extensions\": {\n  ", "\n}"));
  }

  /** The sections that move, and those that say what earlier extensions did unasked. */
  private static Map<String, String> sections(
      JsonFile file, List<JsonMember> moved, List<ExtensionSettings.Implied> implied) {
    Map<String, String> sections = new LinkedHashMap<>();
    moved.forEach(member -> sections.put(SECTIONS.get(member.name()), section(file, member)));
    implied.forEach(
        setting ->
            sections.merge(
                setting.section(),
                setting.json(),
                (known, alone) -> joined(known, setting.member(), alone)));
    return sections;
  }

  /** A section with one more member, in front, or that member alone where it has none. */
  private static String joined(String section, String member, String alone) {
    String content = section.substring(1, section.length() - 1);
    if (content.isBlank()) {
      return alone;
    }
    String blank = content.substring(0, content.length() - content.stripLeading().length());
    return "{"
        + blank
        + member
        + ","
        + (blank.isEmpty() ? " " : blank)
        + section.substring(1).stripLeading();
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
    return text.toString().replace("\r\n", "\n").replace("\n" + indentation, "\n");
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
