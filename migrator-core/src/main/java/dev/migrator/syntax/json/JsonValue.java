package dev.migrator.syntax.json;

import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;

/** One value with its place in the file. */
public sealed interface JsonValue {
  Span span();

  /** The text of a string, escapes resolved; empty for any other value. */
  default Optional<String> asText() {
    return Optional.empty();
  }

  /** The members of an object; none for any other value. */
  default List<JsonMember> members() {
    return List.of();
  }

  /** The member of that name, in the same case; the last one counts where a name stands twice. */
  default Optional<JsonMember> member(String name) {
    return members().stream().filter(m -> m.name().equals(name)).reduce((first, last) -> last);
  }

  /** {@code {...}}; span with the braces. */
  record JsonObject(Span span, List<JsonMember> members) implements JsonValue {
    public JsonObject {
      members = List.copyOf(members);
    }
  }

  /** {@code [...]}; span with the brackets. */
  record JsonArray(Span span, List<JsonValue> elements) implements JsonValue {
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A string.
   *
   * @param span with the quotes
   * @param text escapes resolved
   */
  record JsonString(Span span, String text) implements JsonValue {
    @Override
    public Optional<String> asText() {
      return Optional.of(text);
    }
  }

  /** A number, as written. */
  record JsonNumber(Span span, String text) implements JsonValue {}

  /** {@code true}, {@code false} or {@code null}, as written. */
  record JsonLiteral(Span span, String text) implements JsonValue {}
}
