package dev.migrator.rule.settings;

import dev.migrator.edit.Edit;
import dev.migrator.model.ResourceTable;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of one extension that have another place now; data in host-settings.tsv. Names count
 * in any case, as the host reads them.
 *
 * @param section of the extension
 * @param gone members of the section that the extension does not read any more
 * @param written new name to value, as written
 * @param conflict a setting whose new name has another value already
 */
record MovedSettings(
    JsonMember section,
    List<JsonMember> gone,
    Map<String, String> written,
    Optional<JsonMember> conflict) {
  private static final List<List<String>> ROWS =
      ResourceTable.rows(MovedSettings.class, "host-settings.tsv");

  MovedSettings {
    gone = List.copyOf(gone);
  }

  static MovedSettings of(JsonMember section, JsonFile file) {
    List<JsonMember> gone = new ArrayList<>();
    Map<String, String> written = new LinkedHashMap<>();
    Optional<JsonMember> conflict = Optional.empty();
    for (List<String> row : ROWS) {
      if (!row.get(0).equalsIgnoreCase(section.name())) {
        continue;
      }
      String[] path = row.get(1).split("\\.");
      member(section.value(), path[0]).filter(m -> !gone.contains(m)).ifPresent(gone::add);
      Optional<JsonMember> old = find(section.value(), row.get(1));
      boolean isKept = !row.get(2).equals("-");
      if (old.isPresent() && isKept && find(section.value(), row.get(2)).isEmpty()) {
        String value = old.get().value().span().of(file.source().text());
        String first = written.putIfAbsent(row.get(2), value);
        conflict = first == null || first.equals(value) ? conflict : old;
      }
    }
    return new MovedSettings(section, gone, written, conflict);
  }

  /** The last member of a path of names with dots. */
  static Optional<JsonMember> find(JsonValue value, String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? member(value, path)
        : member(value, path.substring(0, dot))
            .flatMap(inner -> find(inner.value(), path.substring(dot + 1)));
  }

  static Optional<JsonMember> member(JsonValue value, String name) {
    return value.members().stream().filter(m -> m.name().equalsIgnoreCase(name)).findFirst();
  }

  /** New settings stand where the first old one stood. */
  List<Edit> edits(JsonEdits edits) {
    if (gone.isEmpty()
        || conflict.isPresent()
        || !(section.value() instanceof JsonValue.JsonObject object)) {
      return List.of();
    }
    if (written.isEmpty()) {
      return edits.removeAll(gone, object);
    }
    List<Edit> all = new ArrayList<>();
    all.add(edits.replaceWithMembers(gone.get(0), members()));
    all.addAll(edits.removeAll(gone.subList(1, gone.size()), object));
    return all;
  }

  private List<String> members() {
    return written.entrySet().stream()
        .map(setting -> json(setting.getKey(), setting.getValue()))
        .collect(Collectors.toList());
  }

  /** {@code clientRetryOptions.tryTimeout} is an object with one member. */
  private static String json(String path, String value) {
    int dot = path.indexOf('.');
    return dot < 0
        ? "\"" + path + "\": " + value
        : "\""
            + path.substring(0, dot)
            + "\": {\n  "
            + json(path.substring(dot + 1), value)
            + "\n}";
  }
}
