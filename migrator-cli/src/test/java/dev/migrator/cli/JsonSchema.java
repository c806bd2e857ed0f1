package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A published schema of {@code docs/schemas}. Knows the keywords that ours use, and fails on any
 * other, so that none is passed over.
 */
final class JsonSchema {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$defs",
          "$ref",
          "title",
          "description",
          "type",
          "required",
          "additionalProperties",
          "properties",
          "items",
          "const",
          "enum",
          "pattern",
          "minimum");

  private final JsonNode schema;

  private JsonSchema(JsonNode schema) {
    this.schema = schema;
  }

  /** For example {@code run-1}. */
  static JsonSchema named(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("testdata.directory"))
            .resolve("../docs/schemas/" + name + ".schema.json");
    return new JsonSchema(new ObjectMapper().readTree(file.toFile()));
  }

  /** Fails at the first place that the schema does not allow. */
  void check(JsonNode json) {
    check(json, schema, "$");
  }

  private void check(JsonNode json, JsonNode rule, String at) {
    assertThat(KEYWORDS).as(at).containsAll(names(rule));
    if (rule.has("$ref")) {
      check(json, schema.at(rule.path("$ref").asText().substring(1)), at);
    }
    if (rule.has("type")) {
      assertThat(type(json)).as(at).isEqualTo(rule.path("type").asText());
    }
    if (rule.has("const")) {
      assertThat(json).as(at).isEqualTo(rule.path("const"));
    }
    if (rule.has("enum")) {
      assertThat(rule.path("enum")).as(at).contains(json);
    }
    if (rule.has("pattern")) {
      assertThat(json.asText()).as(at).matches("(?s).*" + rule.path("pattern").asText() + ".*");
    }
    if (rule.has("minimum")) {
      assertThat(json.asLong()).as(at).isGreaterThanOrEqualTo(rule.path("minimum").asLong());
    }
    members(json, rule, at);
    for (int i = 0; rule.has("items") && i < json.size(); i++) {
      check(json.path(i), rule.path("items"), at + "[" + i + "]");
    }
  }

  private void members(JsonNode json, JsonNode rule, String at) {
    Set<String> known = names(rule.path("properties"));
    rule.path("required").forEach(name -> assertThat(names(json)).as(at).contains(name.asText()));
    if (rule.has("additionalProperties")) {
      assertThat(known).as(at).containsAll(names(json));
    }
    for (String name : names(json)) {
      if (known.contains(name)) {
        check(json.path(name), rule.path("properties").path(name), at + "." + name);
      }
    }
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String type(JsonNode node) {
    return node.isIntegralNumber()
        ? "integer"
        : StreamSupport.stream(
                java.util.List.of("array", "object", "string", "boolean").spliterator(), false)
            .filter(type -> node.getNodeType().name().equalsIgnoreCase(type))
            .findFirst()
            .orElse("another type");
  }
}
