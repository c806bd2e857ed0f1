package dev.migrator.model.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.MappedAttribute;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.UserMaps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of known bindings ({@code bindings.json}): constructor signatures, property names with
 * defaults, renames between the models and versions, properties that the isolated model no longer
 * has. Values are {@code String}, {@code Boolean}, {@code Long}, {@code List<String>} or {@link
 * UnresolvedValue}. Immutable.
 */
public final class BindingCatalog {
  private static final String FUNCTION_NAME = "@function";

  private final JsonNode root;

  private BindingCatalog(JsonNode root) {
    this.root = root;
  }

  private static final class Holder {
    private static final BindingCatalog STANDARD = load();
  }

  /** The table that comes with the tool. */
  public static BindingCatalog standard() {
    return Holder.STANDARD;
  }

  /** The table with kinds that only the user knows; a kind of the table stays as it is. */
  public BindingCatalog with(UserMaps maps) {
    if (maps.attributes().isEmpty()) {
      return this;
    }
    ObjectNode all = root.deepCopy();
    ObjectNode kinds = all.withObjectProperty("kinds");
    for (MappedAttribute attribute : maps.attributes()) {
      if (!knows(attribute.kind())) {
        describe(attribute, kinds.withObjectProperty(attribute.kind()));
      }
    }
    return new BindingCatalog(all);
  }

  private static void describe(MappedAttribute attribute, ObjectNode kind) {
    kind.withObjectProperty("properties");
    ObjectNode aliases = kind.withObjectProperty("aliases");
    attribute
        .renamed()
        .forEach((name, renamed) -> aliases.put(lowerFirst(name), lowerFirst(renamed)));
    ArrayNode removed = kind.withArrayProperty("removed");
    attribute.dropped().forEach(name -> removed.add(lowerFirst(name)));
  }

  private static BindingCatalog load() {
    try (InputStream in = BindingCatalog.class.getResourceAsStream("bindings.json")) {
      return new BindingCatalog(new ObjectMapper().readTree(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code QueueTriggerAttribute} and {@code QueueOutputAttribute} become {@code queueTrigger} and
   * {@code queue}.
   */
  public String kind(String attributeName, ProgrammingModel model) {
    String name = without(attributeName, "Attribute");
    if (model == ProgrammingModel.ISOLATED && !name.endsWith("Trigger")) {
      name = without(without(name, "Output"), "Input");
    }
    return canonicalKind(lowerFirst(name));
  }

  /**
   * Old names of a kind become the new one: {@code orchestrationClient} is {@code durableClient}.
   */
  public String canonicalKind(String kind) {
    return root.path("kindAliases").path(kind).asText(kind);
  }

  public boolean knows(String kind) {
    return root.path("kinds").has(kind);
  }

  /**
   * Names of the properties that every binding of the kind lists, sorted; empty for an unknown
   * kind.
   */
  public Set<String> properties(String kind) {
    Set<String> names = new TreeSet<>();
    entry(kind).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Of a trigger that has a cardinality, what the isolated model takes by default. */
  public Optional<Boolean> batchedByDefault(String kind) {
    JsonNode value = entry(kind).path("batchedByDefault");
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asBoolean());
  }

  /**
   * The attribute that may give the connection from parameter, method or class (in-process only).
   */
  public Optional<String> accountAttribute(String kind) {
    return Optional.ofNullable(entry(kind).path("account").textValue());
  }

  /** Whether only the in-process model has the property. */
  public boolean isRemovedInIsolated(String kind, String property) {
    return texts(entry(kind).path("removed")).contains(property);
  }

  /** Whether a type of this simple name is an enum of the table. */
  public boolean isEnum(String simpleName) {
    return root.path("enums").has(simpleName);
  }

  /** The member of an enum in camel case. */
  public Optional<String> enumMember(String simpleName, long value) {
    return Optional.ofNullable(
        root.path("enums").path(simpleName).path(Long.toString(value)).textValue());
  }

  /** What the signatures tell apart. */
  public enum Shape {
    TEXT,
    /** A number, enum, bool or type. */
    SCALAR,
    ARRAY,
    NULL,
    /** Cannot be told; fits everywhere. */
    UNKNOWN
  }

  /**
   * An argument of a constructor.
   *
   * @param parameter the name of {@code name: value}
   * @param value null for {@code null}
   * @param shape what it is
   */
  public record ConstructorArgument(
      Optional<String> parameter, @Nullable Object value, Shape shape) {}

  /**
   * A property as written, before it is normalised.
   *
   * @param key in any spelling
   * @param value null for {@code null}
   */
  public record RawValue(String key, @Nullable Object value) {}

  /**
   * Gives constructor arguments their names; those of a {@code params} array become one value. What
   * fits no signature is called "argument" and its number from 0.
   */
  public List<RawValue> named(String kind, List<ConstructorArgument> arguments) {
    List<ConstructorArgument> known =
        arguments.stream().map(argument -> withNewName(kind, argument)).toList();
    return signatures(kind)
        .flatMap(
            signature ->
                inOrder(signature, known).stream()
                    .filter(ordered -> fits(signature, ordered))
                    .map(ordered -> named(signature, ordered)))
        .findFirst()
        .orElseGet(() -> unnamed(known));
  }

  /** {@code collectionName:} of an old version is {@code containerName:} in the signatures. */
  private ConstructorArgument withNewName(String kind, ConstructorArgument argument) {
    return new ConstructorArgument(
        argument.parameter().map(name -> entry(kind).path("aliases").path(name).asText(name)),
        argument.value(),
        argument.shape());
  }

  /**
   * The arguments in the order of a signature; empty when it lacks one of the names. Those that
   * stand at their own place, named or not, come first, the others by name.
   */
  private static Optional<List<ConstructorArgument>> inOrder(
      List<String> signature, List<ConstructorArgument> arguments) {
    int atPlace = 0;
    while (atPlace < arguments.size() && isAtPlace(signature, atPlace, arguments.get(atPlace))) {
      atPlace++;
    }
    List<ConstructorArgument> ordered = new ArrayList<>(arguments.subList(0, atPlace));
    List<ConstructorArgument> others = arguments.subList(atPlace, arguments.size());
    for (int i = atPlace; i < signature.size(); i++) {
      String name = propertyName(signature.get(i));
      others.stream().filter(argument -> isNamed(argument, name)).forEach(ordered::add);
    }
    boolean isWhole = others.isEmpty() || ordered.size() == signature.size();
    return ordered.size() == arguments.size() && isWhole ? Optional.of(ordered) : Optional.empty();
  }

  private static boolean isAtPlace(
      List<String> signature, int index, ConstructorArgument argument) {
    return argument.parameter().isEmpty()
        || index < signature.size() && isNamed(argument, propertyName(signature.get(index)));
  }

  private static boolean isNamed(ConstructorArgument argument, String name) {
    return argument.parameter().filter(name::equalsIgnoreCase).isPresent();
  }

  private static String propertyName(String name) {
    int end = isScalar(name) && name.contains("=") ? name.indexOf('=') : name.length();
    return isArray(name) || isScalar(name) ? name.substring(1, end) : name;
  }

  private Stream<List<String>> signatures(String kind) {
    List<List<String>> all = new ArrayList<>();
    entry(kind).path("signatures").forEach(signature -> all.add(texts(signature)));
    return all.stream();
  }

  private static boolean fits(List<String> signature, List<ConstructorArgument> arguments) {
    int last = signature.size() - 1;
    boolean plain = arguments.size() == signature.size();
    for (int i = 0; plain && i < signature.size(); i++) {
      plain =
          fits(signature.get(i), arguments.get(i).shape())
              && isChoice(signature.get(i), arguments.get(i).value());
    }
    if (plain || arguments.isEmpty() || !isArray(signature.get(last)) || arguments.size() < last) {
      return plain;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Shape shape = arguments.get(i).shape();
      if (!(i < last ? fits(signature.get(i), shape) : fits("element", shape))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String name, Shape shape) {
    return switch (shape) {
      case UNKNOWN -> true;
      case TEXT -> !isArray(name) && !isScalar(name);
      case SCALAR -> isScalar(name);
      case ARRAY -> isArray(name);
      case NULL -> !isScalar(name);
    };
  }

  /** Of two enums at one place only the one that has the value; {@code #entityType=queue|topic}. */
  private static boolean isChoice(String name, @Nullable Object value) {
    return !isScalar(name)
        || !name.contains("=")
        || !(value instanceof String text)
        || List.of(name.substring(name.indexOf('=') + 1).split("\\|")).contains(text);
  }

  private static boolean isArray(String name) {
    return name.startsWith("@");
  }

  private static boolean isScalar(String name) {
    return name.startsWith("#");
  }

  private static List<RawValue> named(List<String> signature, List<ConstructorArgument> arguments) {
    List<RawValue> named = new ArrayList<>();
    for (int i = 0; i < signature.size(); i++) {
      String name = signature.get(i);
      String key = propertyName(name);
      boolean expanded =
          isArray(name)
              && !(arguments.size() == signature.size() && fits(name, arguments.get(i).shape()));
      named.add(
          new RawValue(
              key,
              expanded
                  ? array(
                      arguments.subList(i, arguments.size()).stream()
                          .map(ConstructorArgument::value))
                  : arguments.get(i).value()));
    }
    return named;
  }

  /** Texts as a list; one unresolved element makes the whole unresolved. */
  public static Object array(Stream<? extends @Nullable Object> elements) {
    List<@Nullable Object> all = new ArrayList<>();
    elements.forEach(all::add);
    if (all.stream().anyMatch(UnresolvedValue.class::isInstance)) {
      return new UnresolvedValue(
          String.join(",", all.stream().map(BindingCatalog::asWritten).toList()));
    }
    return all.stream().map(String::valueOf).toList();
  }

  private static String asWritten(@Nullable Object value) {
    return value instanceof UnresolvedValue unresolved ? unresolved.text() : "\"" + value + "\"";
  }

  private static List<RawValue> unnamed(List<ConstructorArgument> arguments) {
    List<RawValue> all = new ArrayList<>();
    for (ConstructorArgument argument : arguments) {
      String number = "argument" + all.size();
      all.add(new RawValue(argument.parameter().orElse(number), argument.value()));
    }
    return all;
  }

  /**
   * One spelling for one meaning: camel-case keys, old names replaced, empty values dropped,
   * defaults filled in. Where the table has no default, false counts as empty. Properties without
   * value are left out.
   *
   * @param function the function's name, a {@code String} or {@link UnresolvedValue}
   */
  public SortedMap<String, Object> normalise(String kind, Object function, List<RawValue> raw) {
    JsonNode entry = entry(kind);
    SortedMap<String, Object> result = new TreeMap<>();
    for (RawValue value : raw) {
      String known = canonicalKey(entry, lowerFirst(value.key()));
      String key = entry.path("aliases").path(known).asText(known);
      Object given = value.value();
      if (given != null && !isEmpty(given, !entry.path("properties").has(key))) {
        boolean isList = entry.path("properties").path(key).isArray();
        result.put(key, isList && given instanceof String ? List.of(given) : enumValue(key, given));
      }
    }
    fillDefaults(entry.path("properties"), function, result);
    for (String key : texts(entry.path("sets"))) {
      result.computeIfPresent(key, (name, value) -> asSet(value));
    }
    return result;
  }

  private void fillDefaults(JsonNode defaults, Object function, SortedMap<String, Object> result) {
    defaults
        .properties()
        .forEach(
            property -> {
              String key = property.getKey();
              Optional<Object> value = defaultOf(property.getValue(), function, result);
              value.ifPresent(present -> result.putIfAbsent(key, present));
            });
  }

  private static Optional<Object> defaultOf(
      JsonNode value, Object function, SortedMap<String, Object> result) {
    if (value.isTextual() && value.textValue().startsWith("=")) {
      String reference = value.textValue().substring(1);
      return reference.equals(FUNCTION_NAME)
          ? Optional.of(function)
          : Optional.ofNullable(result.get(reference));
    }
    return ContractJson.value(value);
  }

  private static Object asSet(Object value) {
    if (!(value instanceof List<?> items)) {
      return value;
    }
    return items.stream()
        .map(item -> item.toString().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  private static String canonicalKey(JsonNode entry, String key) {
    List<String> known = new ArrayList<>();
    entry.path("properties").fieldNames().forEachRemaining(known::add);
    entry.path("aliases").fieldNames().forEachRemaining(known::add);
    return known.stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
  }

  /**
   * Generators write an enum as name or number, upper or lower case; here it is a name in camel
   * case.
   */
  private Object enumValue(String key, Object value) {
    String enumType = root.path("enumProperties").path(key).textValue();
    if (enumType == null) {
      return value;
    }
    if (value instanceof String text) {
      return lowerFirst(text);
    }
    return value instanceof Long number
        ? enumMember(enumType, number).<Object>map(name -> name).orElse(value)
        : value;
  }

  private static boolean isEmpty(Object value, boolean dropFalse) {
    return value instanceof List<?> items && items.isEmpty()
        || value instanceof String text && text.isEmpty()
        || value instanceof Long number && number == 0
        || dropFalse && value.equals(false);
  }

  private JsonNode entry(String kind) {
    return root.path("kinds").path(kind);
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(item -> all.add(item.textValue()));
    return all;
  }

  /** {@code QueueName} to {@code queueName}. */
  public static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String without(String text, String suffix) {
    return text.endsWith(suffix) && text.length() > suffix.length()
        ? text.substring(0, text.length() - suffix.length())
        : text;
  }
}
