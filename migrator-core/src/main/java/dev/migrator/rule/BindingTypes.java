package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.ResourceTable;
import dev.migrator.rule.BindingType.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which types each binding of the worker can fill and send; data in binding-types.tsv. */
public final class BindingTypes {
  private static final String RESPONSE = "http";

  /** The kind of parameters that stand without an attribute beside a trigger. */
  private static final String UNBOUND = ":unbound";

  /** Kinds that only the user knows. */
  private static final String MAPPED = ":mapped";

  private static final BindingTypes STANDARD =
      new BindingTypes(
          ResourceTable.rows(BindingTypes.class, "binding-types.tsv").stream()
              .map(BindingType::of)
              .toList());

  private final List<BindingType> rows;

  /** The rows that a kind may fit, in their order. */
  private final Map<String, List<BindingType>> byKind = new ConcurrentHashMap<>();

  private BindingTypes(List<BindingType> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that the tool ships. */
  public static BindingTypes standard() {
    return STANDARD;
  }

  /** Whether a rule knows bindings of the kind. */
  public boolean knows(String kind) {
    return kind.equals(RESPONSE) || rows.stream().anyMatch(row -> row.kind().equals(kind));
  }

  /** Whether a row is about a type of that name, in whatever namespace. */
  public boolean nameType(String simpleName) {
    return rows.stream().anyMatch(row -> row.isAboutType(simpleName));
  }

  /** Empty for a type that is not listed. */
  public Optional<BindingType> find(String kind, Direction direction, String type) {
    return find(kind, direction, Shape.of(type));
  }

  /** Of a binding whose value has the type. */
  public Optional<BindingType> of(Binding binding, String type) {
    Optional<BindingType> special =
        RowUse.ofOutput(binding)
            .flatMap(suffix -> find(binding.kind() + suffix, binding.direction(), type));
    return special
        .or(() -> find(binding.kind(), binding.direction(), type))
        .or(() -> mapped(binding, Shape.of(type)));
  }

  private Optional<BindingType> find(String kind, Direction direction, Shape shape) {
    return byKind
        .computeIfAbsent(kind, wanted -> rows.stream().filter(row -> row.fitsKind(wanted)).toList())
        .stream()
        .filter(row -> row.fits(direction, shape))
        .findFirst();
  }

  /** A kind that the user alone knows takes what the worker converts for any binding. */
  private Optional<BindingType> mapped(Binding binding, Shape shape) {
    return binding.isMapped() && !knows(binding.kind())
        ? find(MAPPED, binding.direction(), shape)
        : Optional.empty();
  }

  /**
   * Of a parameter with a binding whose type resolves: a collector counts as a list. One without
   * any attribute may come from the trigger; another attribute says where it comes from.
   */
  public Optional<BindingType> of(FunctionParameter parameter) {
    Optional<Binding> binding = parameter.binding();
    if (parameter.typeName().isEmpty()) {
      return Optional.empty();
    }
    if (binding.isEmpty()) {
      if (parameter.syntax().attributes().findAny().isPresent()) {
        return Optional.empty();
      }
      String type = parameter.typeName().get();
      return RequestParts.suffix(parameter)
          .flatMap(suffix -> find(UNBOUND + suffix, Direction.IN, type))
          .or(() -> find(UNBOUND, Direction.IN, type));
    }
    String type = parameter.typeName().get();
    Shape shape =
        parameter.isCollector()
            ? new Shape("collector", type.substring(type.indexOf('<') + 1, type.length() - 1))
            : Shape.of(type);
    Direction direction = binding.get().direction();
    Optional<BindingType> special =
        BlobUse.suffix(parameter)
            .or(() -> RowUse.ofOutput(binding.get()))
            .or(() -> RowUse.ofInput(parameter))
            .or(() -> SettledUse.suffix(parameter))
            .flatMap(suffix -> find(binding.get().kind() + suffix, direction, shape));
    return special
        .or(() -> find(binding.get().kind(), direction, shape))
        .or(() -> mapped(binding.get(), shape));
  }
}
