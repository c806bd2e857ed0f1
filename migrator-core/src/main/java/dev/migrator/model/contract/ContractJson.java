package dev.migrator.model.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.model.Binding.UnresolvedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.StreamSupport;

/** Contracts as JSON, byte for byte as .NET's {@code System.Text.Json} writes them. */
final class ContractJson {
  /** A value that is {@code null} in JSON. */
  static final Object NULL = new Object();

  private ContractJson() {}

  static Object orNull(Optional<String> value) {
    return value.<Object>map(text -> text).orElse(NULL);
  }

  /** Two blanks for each level, as {@code WriteIndented} with the relaxed encoder. */
  static String indented(Object tree) {
    StringBuilder out = new StringBuilder();
    new Printer(out, true, ContractJson::isPlainRelaxed).print(tree, "\n");
    return out.toString();
  }

  /** On one line, escaped as the default encoder does. */
  static String compact(Object tree) {
    StringBuilder out = new StringBuilder();
    new Printer(out, false, ContractJson::isPlainByDefault).print(tree, "");
    return out.toString();
  }

  /** As people read a value in a difference. */
  static String shown(Object value) {
    StringBuilder out = new StringBuilder();
    new Printer(out, false, ContractJson::isPlainRelaxed).print(value, "");
    return out.toString();
  }

  private static boolean isPlainRelaxed(int c) {
    return c < 0x7F ? c >= ' ' && c != '"' && c != '\\' : c <= 0xFFFF && isVisible(c);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isPlainByDefault(int c) {
    return c >= ' ' && c < 0x7F && "\"\\<>&'+`".indexOf(c) < 0;
  }

  private record Printer(StringBuilder out, boolean isIndented, IntPredicate isPlain) {
    /**
     * @param lineStart line end and indentation of the line that the value begins on
     */
    void print(Object value, String lineStart) {
      if (value instanceof Map<?, ?> map) {
        printMap(map, lineStart);
      } else if (value instanceof List<?> list) {
        printList(list, lineStart);
      } else if (value instanceof String text) {
        printText(text);
      } else if (value instanceof UnresolvedValue unresolved) {
        printText("=" + unresolved.text());
      } else {
        out.append(value == NULL ? "null" : value.toString());
      }
    }

    private void printMap(Map<?, ?> map, String lineStart) {
      String inner = isIndented ? lineStart + "  " : "";
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator).append(inner);
        printText(String.valueOf(entry.getKey()));
        out.append(isIndented ? ": " : ":");
        print(entry.getValue(), inner);
        separator = ",";
      }
      out.append(map.isEmpty() ? "{}" : (isIndented ? lineStart : "") + "}");
    }

    private void printList(List<?> list, String lineStart) {
      String inner = isIndented ? lineStart + "  " : "";
      String separator = "[";
      for (Object item : list) {
        out.append(separator).append(inner);
        print(item, inner);
        separator = ",";
      }
      out.append(list.isEmpty() ? "[]" : (isIndented ? lineStart : "") + "]");
    }

    private void printText(String text) {
      out.append('"');
      text.codePoints().forEach(this::printCharacter);
      out.append('"');
    }

    private void printCharacter(int c) {
      if (isPlain.test(c)) {
        out.appendCodePoint(c);
        return;
      }
      int known = "\b\t\n\f\r\\".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("btnfr\\".charAt(known));
      } else if (c == '"' && isPlain.test('\'')) {
        out.append("\\\"");
      } else {
        for (char unit : Character.toChars(c)) {
          out.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
      }
    }
  }

  static Contract parse(String json) {
    JsonNode root = read(json);
    if (!root.path("schema").asText().equals(Contract.SCHEMA)) {
      throw new IllegalArgumentException("no contract of schema " + Contract.SCHEMA);
    }
    return new Contract(
        root.path("source").asText(),
        root.path("assembly").asText(),
        root.path("model").asText(),
        nodes(root.path("functions")).stream().map(ContractJson::function).toList(),
        nodes(root.path("problems")).stream().map(JsonNode::asText).toList());
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The texts of a list at the top; empty where there is none. */
  static List<String> texts(String json, String member) {
    return nodes(read(json).path(member)).stream().map(JsonNode::asText).toList();
  }

  private static ContractFunction function(JsonNode json) {
    Set<String> unresolved = new HashSet<>();
    json.path("unresolved").forEach(path -> unresolved.add(path.asText()));
    JsonNode trigger = json.path("trigger");
    return new ContractFunction(
        json.path("name").asText(),
        !unresolved.contains(ContractFunction.NAME_PATH),
        json.path("assembly").asText(),
        json.path("type").asText(),
        json.path("method").asText(),
        trigger.isObject() ? Optional.of(binding(trigger, unresolved)) : Optional.empty(),
        nodes(json.path("bindings")).stream().map(node -> binding(node, unresolved)).toList(),
        values(json.path("facts"), ContractFunction.FACT_PATH, unresolved));
  }

  private static ContractBinding binding(JsonNode json, Set<String> unresolved) {
    ContractBinding bare =
        new ContractBinding(
            json.path("kind").asText(),
            Optional.ofNullable(json.path("direction").textValue()),
            Optional.ofNullable(json.path("name").textValue()),
            Optional.ofNullable(json.path("clrType").textValue()),
            new TreeMap<>());
    return new ContractBinding(
        bare.kind(),
        bare.direction(),
        bare.name(),
        bare.clrType(),
        values(json.path("properties"), bare.path(""), unresolved));
  }

  private static SortedMap<String, Object> values(
      JsonNode json, String pathBefore, Set<String> unresolved) {
    SortedMap<String, Object> values = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> all = json.properties().iterator();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> entry = all.next();
      boolean isText = unresolved.contains(pathBefore + entry.getKey());
      value(entry.getValue())
          .ifPresent(
              value ->
                  values.put(
                      entry.getKey(),
                      isText ? new UnresolvedValue(value.toString().substring(1)) : value));
    }
    return values;
  }

  /** A value as Java object; empty for {@code null}. */
  static Optional<Object> value(JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return Optional.empty();
    }
    if (json.isArray()) {
      return Optional.of(nodes(json).stream().map(JsonNode::asText).toList());
    }
    if (json.isBoolean()) {
      return Optional.of(json.booleanValue());
    }
    if (json.isIntegralNumber()) {
      return Optional.of(json.longValue());
    }
    return Optional.of(json.isNumber() ? json.doubleValue() : json.asText());
  }

  private static List<JsonNode> nodes(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    StreamSupport.stream(array.spliterator(), false).forEach(nodes::add);
    return nodes;
  }
}
