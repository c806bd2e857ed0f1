package dev.migrator.model.contract;

import dev.migrator.model.Binding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trigger, input or output in a contract.
 *
 * @param kind as in the table of bindings
 * @param direction {@code in}, {@code out} or {@code inout}; empty where the source does not tell
 * @param name parameter or property, {@code $return} for the result
 * @param clrType for people, not compared
 * @param properties normalised; {@link Binding.UnresolvedValue} where a value cannot be told; what
 *     has no value is left out here and {@code null} in JSON
 */
public record ContractBinding(
    String kind,
    Optional<String> direction,
    Optional<String> name,
    Optional<String> clrType,
    SortedMap<String, Object> properties) {

  public ContractBinding {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  static ContractBinding of(Binding binding) {
    boolean manual = binding.isManual();
    return new ContractBinding(
        binding.kind(),
        Optional.of(binding.direction().text()),
        manual ? Optional.empty() : Optional.of(binding.name()),
        manual ? Optional.empty() : binding.clrType(),
        binding.properties());
  }

  public boolean isTrigger() {
    return kind.endsWith("Trigger");
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", kind);
    tree.put("direction", ContractJson.orNull(direction));
    tree.put("name", ContractJson.orNull(name));
    tree.put("clrType", ContractJson.orNull(clrType));
    tree.put("properties", propertyTree());
    return tree;
  }

  private Map<String, Object> propertyTree() {
    Map<String, Object> all = new TreeMap<>();
    BindingCatalog.standard().properties(kind).forEach(key -> all.put(key, ContractJson.NULL));
    all.putAll(properties);
    return all;
  }

  /** Orders the bindings of a function as {@code fnlab} does. */
  String sortKey() {
    return kind
        + "|"
        + direction.orElse("")
        + "|"
        + ContractJson.compact(propertyTree())
        + "|"
        + name.orElse("");
  }

  /** Where a property stands, in {@code unresolved}. */
  String path(String property) {
    return kind + "/" + name.orElse("") + "/" + property;
  }
}
