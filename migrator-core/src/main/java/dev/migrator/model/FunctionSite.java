package dev.migrator.model;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.model.contract.BindingCatalog.ConstructorArgument;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method that carries a function name, with what the readers of both models need; used once. */
final class FunctionSite {
  private static final String TABLE = "table";
  private static final TableRow PLAIN = TableRow.PLAIN;
  private static final Set<String> TASKS =
      Set.of("System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask");
  private static final Set<String> TASKS_OF_RESULT =
      Set.of("System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1");
  private static final Set<String> MAPPINGS =
      Set.of(
          "System.Collections.Generic.Dictionary`2",
          "System.Collections.Generic.IDictionary`2",
          "System.Collections.Generic.IReadOnlyDictionary`2");
  private static final List<String> FIXED_DELAY = List.of("maxRetryCount", "delayInterval");
  private static final List<String> EXPONENTIAL_BACKOFF =
      List.of("maxRetryCount", "minimumInterval", "maximumInterval");

  private final MethodDeclaration method;
  private final AttributeUse nameAttribute;
  private final TypeNames types;
  private final AttributeReader reader;
  private final UserMaps maps;
  private final BindingCatalog catalog;
  private final List<AttributeUse> methodAttributes;
  private final List<AttributeUse> classAttributes;
  private final SortedMap<String, Object> facts = new TreeMap<>();
  private final List<Attribute> unresolved = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  FunctionSite(
      MethodDeclaration method,
      AttributeUse nameAttribute,
      TypeNames types,
      AttributeReader reader,
      UserMaps maps) {
    this.maps = maps;
    this.catalog = BindingCatalog.standard().with(maps);
    this.method = method;
    this.nameAttribute = nameAttribute;
    this.types = types;
    this.reader = reader;
    this.methodAttributes = reader.readAll(attributesOfMethod(method));
    this.classAttributes =
        reader.readAll(
            method.containingType().stream()
                .flatMap(type -> types.parts(type).stream())
                .flatMap(TypeDeclaration::attributes));
  }

  /** Those of the method itself, not of its return value. */
  static Stream<Attribute> attributesOfMethod(MethodDeclaration method) {
    return method
        .attributes()
        .filter(attribute -> attribute.list().target().filter(t -> !t.is("method")).isEmpty());
  }

  /** {@code [return: …]}. */
  Stream<Attribute> attributesOfReturnValue() {
    return method
        .attributes()
        .filter(attribute -> attribute.list().target().filter(t -> t.is("return")).isPresent());
  }

  MethodDeclaration method() {
    return method;
  }

  TypeNames types() {
    return types;
  }

  AttributeReader reader() {
    return reader;
  }

  BindingCatalog catalog() {
    return catalog;
  }

  UserMaps maps() {
    return maps;
  }

  List<AttributeUse> methodAttributes() {
    return methodAttributes;
  }

  List<AttributeUse> classAttributes() {
    return classAttributes;
  }

  List<Parameter> parameters() {
    return method.parameterList().parameters();
  }

  /** Reads attributes of a place where bindings stand; notes those whose type cannot be told. */
  List<AttributeUse> readNoting(Stream<Attribute> attributes) {
    List<AttributeUse> read = new ArrayList<>();
    attributes.forEach(
        attribute ->
            reader.read(attribute).ifPresentOrElse(read::add, () -> unresolved.add(attribute)));
    return read;
  }

  /** Notes attributes that are outputs by their name, if their type cannot be told. */
  void noteUnresolvedOutputs(Stream<Attribute> attributes) {
    attributes
        .filter(attribute -> attribute.name().simpleName().matches(".*Output(Attribute)?"))
        .filter(attribute -> reader.read(attribute).isEmpty())
        .forEach(unresolved::add);
  }

  void problem(String text) {
    problems.add(displayName() + ": " + text);
  }

  void fact(String key, Object value) {
    facts.putIfAbsent(key, value);
  }

  private Optional<String> name() {
    return nameAttribute.firstArgument().filter(String.class::isInstance).map(String.class::cast);
  }

  private String displayName() {
    return name().orElseGet(() -> method.identifier().identifier());
  }

  /** The name, or what stands in its place. */
  private Object nameValue() {
    return name()
        .<Object>map(text -> text)
        .or(nameAttribute::firstArgument)
        .orElseGet(() -> new UnresolvedValue(""));
  }

  /** The return type without {@code Task}; empty for {@code void} and plain tasks. */
  Optional<TypeSyntax> result() {
    TypeSyntax type = TypeNames.bare(method.returnType());
    String name = types.name(type).orElse("");
    if (name.equals("System.Void") || TASKS.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        TASKS_OF_RESULT.contains(name) && !type.typeArguments().isEmpty()
            ? type.typeArguments().get(0)
            : type);
  }

  /**
   * Whether a trigger parameter takes many events: arrays and collections, but not bytes and
   * dictionaries; empty when its type cannot be told.
   */
  Optional<Boolean> isCollection(TypeSyntax written) {
    TypeSyntax type = TypeNames.bare(written);
    if (type.kind() == SyntaxKind.ARRAY_TYPE) {
      return Optional.of(type.elementType().filter(e -> types.is(e, "System.Byte")).isEmpty());
    }
    return types
        .name(type)
        .map(name -> name.startsWith("System.Collections.") && !MAPPINGS.contains(name));
  }

  Binding bind(
      AttributeUse attribute,
      String kind,
      Direction direction,
      String name,
      Optional<TypeSyntax> type,
      List<RawValue> extra) {
    List<RawValue> raw = new ArrayList<>(catalog.named(kind, attribute.arguments()));
    attribute.named().stream()
        .filter(value -> !value.key().equalsIgnoreCase("IsBatched"))
        .forEach(raw::add);
    raw.addAll(extra);
    return new Binding(
        kind,
        direction,
        name,
        type.flatMap(types::full),
        catalog.normalise(kind, nameValue(), raw),
        Optional.of(attribute.syntax()),
        attribute.type().metadataName(),
        type.filter(of -> kind.equals(TABLE)).map(of -> TableRow.of(of, types)).orElse(PLAIN),
        maps.attribute(attribute.type().metadataName()).isPresent());
  }

  Binding httpResponse(String name, TypeSyntax type) {
    return new Binding(
        "http",
        Direction.OUT,
        name,
        types.full(type),
        new TreeMap<>(),
        Optional.empty(),
        "",
        PLAIN,
        false);
  }

  /** The function; parameters get the first binding that carries their name. */
  Function build(List<Binding> bindings) {
    long triggers = bindings.stream().filter(Binding::isTrigger).count();
    if (triggers != 1) {
      problem(triggers + " triggers");
    }
    Stream.concat(classAttributes.stream(), methodAttributes.stream())
        .filter(use -> use.isOneOf("FixedDelayRetryAttribute", "ExponentialBackoffRetryAttribute"))
        .forEach(use -> facts.put("retry", retry(use)));
    return new Function(
        name(),
        nameAttribute.syntax(),
        method,
        parameters().stream().map(parameter -> parameter(parameter, bindings)).toList(),
        bindings,
        facts,
        unresolved,
        triggers == 0 && mayHaveTrigger(),
        problems);
  }

  private boolean mayHaveTrigger() {
    return parameters().stream()
        .flatMap(Parameter::attributes)
        .filter(attribute -> attribute.name().simpleName().matches(".*Trigger(Attribute)?"))
        .anyMatch(attribute -> reader.read(attribute).filter(FunctionSite::isOfWorker).isEmpty());
  }

  private static boolean isOfWorker(AttributeUse attribute) {
    return attribute.type().metadataName().startsWith("Microsoft.Azure.Functions.Worker.");
  }

  private FunctionParameter parameter(Parameter syntax, List<Binding> bindings) {
    Optional<Binding> binding =
        bindings.stream()
            .filter(
                candidate ->
                    candidate.attribute().filter(a -> isWithin(a, syntax)).isPresent()
                        || candidate.isManual()
                            && candidate.name().equals(syntax.identifier().identifier()))
            .findFirst();
    return new FunctionParameter(syntax, syntax.type().flatMap(types::full), binding);
  }

  private static boolean isWithin(Attribute attribute, Parameter parameter) {
    return attribute.file() == parameter.file() && parameter.span().contains(attribute.span());
  }

  /**
   * {@code fixedDelay maxRetryCount=3 delayInterval=00:00:05}; the method's wins over the class's.
   */
  private static Object retry(AttributeUse attribute) {
    boolean isFixed = attribute.isOneOf("FixedDelayRetryAttribute");
    List<String> keys = isFixed ? FIXED_DELAY : EXPONENTIAL_BACKOFF;
    Map<String, Object> values = new TreeMap<>();
    for (ConstructorArgument argument : attribute.arguments()) {
      int index = values.size();
      String key = argument.parameter().orElse(index < keys.size() ? keys.get(index) : "more");
      values.put(key, argument.value() == null ? "" : argument.value());
    }
    return text(
        values.values(),
        (isFixed ? "fixedDelay " : "exponentialBackoff ")
            + keys.stream()
                .filter(values::containsKey)
                .map(key -> key + "=" + plain(values.getOrDefault(key, "")))
                .collect(Collectors.joining(" ")));
  }

  /** A text made of values; unresolved as soon as one of them is. */
  static Object text(Iterable<?> values, String joined) {
    for (Object value : values) {
      if (value instanceof UnresolvedValue) {
        return new UnresolvedValue(joined);
      }
    }
    return joined;
  }

  static String plain(Object value) {
    return value instanceof UnresolvedValue unresolved ? unresolved.text() : value.toString();
  }
}
