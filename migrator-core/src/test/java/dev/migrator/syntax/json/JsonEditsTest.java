package dev.migrator.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.edit.Edit;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.TextVariants;
import dev.migrator.syntax.json.JsonValue.JsonObject;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JsonEditsTest {
  /** Checks the result with every line end and that it parses again. */
  private static void check(
      String before, BiFunction<JsonFile, JsonEdits, List<Edit>> rule, String after) {
    for (SourceFile source : TextVariants.of("local.settings.json", before)) {
      JsonFile file = JsonFile.parse(source);
      assertThat(file.errors()).isEmpty();
      SourceFile edited =
          TextVariants.apply(source, rule.apply(file, JsonEdits.in(file, "MIG0001")));
      assertThat(edited.text()).isEqualTo(source.lineEnd().apply(after));
      assertThat(JsonFile.parse(edited).errors()).isEmpty();
    }
  }

  private static JsonMember member(JsonFile file, String name) {
    return file.findMember(name).orElseThrow();
  }

  private static JsonObject root(JsonFile file) {
    return (JsonObject) file.root().orElseThrow();
  }

  private static List<Edit> remove(JsonFile file, JsonEdits edits, String... names) {
    return edits.removeAll(Stream.of(names).map(name -> member(file, name)).toList(), root(file));
  }

  @Test
  void replacesAValueOnly() {
    check(
        "{\n  \"A\": \"dotnet\", // runtime\n  \"B\": 1\n}\n",
        (file, edits) ->
            List.of(edits.replaceWithText(member(file, "A").value(), "dotnet-isolated \"x\"")),
        "{\n  \"A\": \"dotnet-isolated \\\"x\\\"\", // runtime\n  \"B\": 1\n}\n");
  }

  @Test
  void removesAMemberWithItsLineAndTrailingComment() {
    String settings =
        "{\n  // above\n  \"A\": 1, // a\n  \"B\": { \"x\": 1 }, /* b */\n  \"C\": 3 // c\n}\n";
    check(
        settings,
        (file, edits) -> remove(file, edits, "A"),
        "{\n  // above\n  \"B\": { \"x\": 1 }, /* b */\n  \"C\": 3 // c\n}\n");
    check(
        settings,
        (file, edits) -> remove(file, edits, "C"),
        "{\n  // above\n  \"A\": 1, // a\n  \"B\": { \"x\": 1 } /* b */\n}\n");
    check(
        settings,
        (file, edits) -> remove(file, edits, "B", "C"),
        "{\n  // above\n  \"A\": 1 // a\n}\n");
    check(settings, (file, edits) -> remove(file, edits, "A", "B", "C"), "{\n  // above\n}\n");
  }

  @Test
  void removesMembersThatShareALine() {
    String settings = "{ \"A\": 1, \"B\": 2, \"C\": 3 }";
    check(settings, (f, edits) -> remove(f, edits, "A"), "{ \"B\": 2, \"C\": 3 }");
    check(settings, (f, edits) -> remove(f, edits, "B"), "{ \"A\": 1, \"C\": 3 }");
    check(settings, (f, edits) -> remove(f, edits, "C"), "{ \"A\": 1, \"B\": 2 }");
    check(settings, (f, edits) -> remove(f, edits, "B", "C"), "{ \"A\": 1 }");
    check(settings, (f, edits) -> remove(f, edits, "A", "B", "C"), "{ }");
  }

  @Test
  void keepsATrailingComma() {
    check(
        "{\n  \"A\": 1,\n  \"B\": 2,\n}\n",
        (file, edits) -> remove(file, edits, "B"),
        "{\n  \"A\": 1,\n}\n");
  }

  @Test
  void insertsAMemberWithTheIndentationOfItsNeighbour() {
    String settings = "{\n    \"A\" : 1, // a\n    \"B\": 2,\n    \"C\": 3 // c\n}\n";
    check(
        settings,
        (file, edits) -> edits.insertJsonAfter(member(file, "A"), "N", "\"x\""),
        "{\n    \"A\" : 1, // a\n    \"N\" : \"x\",\n    \"B\": 2,\n    \"C\": 3 // c\n}\n");
    check(
        settings,
        (file, edits) -> edits.insertJsonAfter(member(file, "B"), "N", "\"x\""),
        "{\n    \"A\" : 1, // a\n    \"B\": 2,\n    \"N\": \"x\",\n    \"C\": 3 // c\n}\n");
    check(
        settings,
        (file, edits) -> edits.insertJsonAfter(member(file, "C"), "N", "\"x\""),
        "{\n    \"A\" : 1, // a\n    \"B\": 2,\n    \"C\": 3, // c\n    \"N\": \"x\"\n}\n");
  }

  @Test
  void addsAMemberToAnObject() {
    check(
        "{\n\t\"A\": {},\n\t\"B\": { \"x\": 1 }\n}\n",
        (file, edits) ->
            Stream.of("A", "B")
                .flatMap(
                    name ->
                        edits
                            .addJson(
                                (JsonObject) member(file, name).value(), "N", "{\n\t\"y\": 2\n}")
                            .stream())
                .toList(),
        "{\n\t\"A\": {\n\t\t\"N\": {\n\t\t\t\"y\": 2\n\t\t}\n\t},\n\t\"B\": { \"x\": 1, \"N\": { \"y\": 2 } }\n}\n");
  }

  @Test
  void anInsertionInFrontOfARemovedLastMemberStaysValid() {
    check(
        "{\n  \"A\": 1,\n  \"B\": 2\n}\n",
        (file, edits) ->
            Stream.concat(
                    edits.insertJsonAfter(member(file, "A"), "N", "\"x\"").stream(),
                    remove(file, edits, "B").stream())
                .toList(),
        "{\n  \"A\": 1,\n  \"N\": \"x\"\n}\n");
  }
}
