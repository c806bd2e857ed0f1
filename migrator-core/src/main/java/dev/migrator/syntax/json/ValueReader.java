package dev.migrator.syntax.json;

import dev.migrator.grammar.JsoncParser.ArrayValueContext;
import dev.migrator.grammar.JsoncParser.MemberContext;
import dev.migrator.grammar.JsoncParser.NumberValueContext;
import dev.migrator.grammar.JsoncParser.ObjectValueContext;
import dev.migrator.grammar.JsoncParser.StringValueContext;
import dev.migrator.grammar.JsoncParser.ValueContext;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes values out of the parse tree; a tree with errors gives what can be read of it. */
final class ValueReader {
  private final LosslessTokens tokens;

  ValueReader(LosslessTokens tokens) {
    this.tokens = tokens;
  }

  @Nullable JsonValue value(@Nullable ValueContext node) {
    if (node == null) {
      return null;
    }
    Span span = tokens.span(node);
    if (node instanceof ObjectValueContext object) {
      return new JsonValue.JsonObject(
          span, object.member().stream().flatMap(this::member).toList());
    }
    if (node instanceof ArrayValueContext array) {
      List<JsonValue> elements =
          array.value().stream().flatMap(element -> Stream.ofNullable(value(element))).toList();
      return new JsonValue.JsonArray(span, elements);
    }
    if (node instanceof StringValueContext string) {
      return new JsonValue.JsonString(span, JsonText.decode(string.STRING().getText()));
    }
    if (node instanceof NumberValueContext number) {
      return new JsonValue.JsonNumber(span, number.getText());
    }
    return node.getChildCount() == 0 ? null : new JsonValue.JsonLiteral(span, node.getText());
  }

  private Stream<JsonMember> member(MemberContext node) {
    JsonValue value = value(node.value());
    if (value == null || node.STRING() == null || node.STRING().getText().length() < 2) {
      return Stream.empty();
    }
    return Stream.of(
        new JsonMember(
            JsonText.decode(node.STRING().getText()),
            tokens.span(node.STRING().getSymbol()),
            value,
            tokens.span(node)));
  }
}
