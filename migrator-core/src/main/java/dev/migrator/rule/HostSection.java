package dev.migrator.rule;

import dev.migrator.edit.Edit;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The section of an extension in host.json, which need not be there yet.
 *
 * @param name such as {@code http}: the section stands in {@code extensions}
 */
public record HostSection(JsonFile host, String name) {
  private static final String EXTENSIONS = "extensions";

  /**
   * A member of the section.
   *
   * @param json as it is written
   */
  public record Setting(String name, String json) {}

  /** Settings that are there get the value, the others are added, in a new section if need be. */
  public List<Edit> set(List<Setting> settings, String ruleId) {
    JsonEdits edits = JsonEdits.in(host, ruleId);
    if (host.find(EXTENSIONS, name).orElse(null) instanceof JsonValue.JsonObject section) {
      return inSection(section, settings, edits);
    }
    String json = json(settings);
    if (host.find(EXTENSIONS).orElse(null) instanceof JsonValue.JsonObject extensions) {
      return edits.addJson(extensions, name, json);
    }
    return edits.addJson(
        (JsonValue.JsonObject) host.root().orElseThrow(),
        EXTENSIONS,
        "{\n  \"" + name + "\": " + json.replace("\n", "\n  ") + "\n}");
  }

  private static List<Edit> inSection(
      JsonValue.JsonObject section, List<Setting> settings, JsonEdits edits) {
    List<Edit> all = new ArrayList<>();
    List<Setting> added = new ArrayList<>();
    for (Setting setting : settings) {
      Optional<JsonMember> known = section.member(setting.name());
      known.ifPresentOrElse(
          member -> all.add(edits.replaceWithJson(member.value(), setting.json())),
          () -> added.add(setting));
    }
    added.forEach(s -> all.addAll(edits.addJson(section, s.name(), s.json())));
    return all;
  }

  /** As an object, each on a line of its own. */
  private static String json(List<Setting> settings) {
    return settings.stream()
        .map(setting -> "\"" + setting.name() + "\": " + setting.json())
        .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
  }
}
