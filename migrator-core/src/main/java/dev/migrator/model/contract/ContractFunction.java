package dev.migrator.model.contract;

import dev.migrator.model.Binding;
import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.Function;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One function of a contract.
 *
 * @param name as callers see it; {@code =ARGUMENT} where it does not resolve
 * @param hasResolvedName false for {@code =ARGUMENT}
 * @param assembly file name of the app
 * @param type metadata name of the declaring type; for people, not compared
 * @param method for people, not compared
 * @param trigger the first one
 * @param bindings all others
 * @param facts what is no binding: {@code retry}, {@code disabled}, {@code singleton}, {@code
 *     timeout}, {@code binder}
 */
public record ContractFunction(
    String name,
    boolean hasResolvedName,
    String assembly,
    String type,
    String method,
    Optional<ContractBinding> trigger,
    List<ContractBinding> bindings,
    SortedMap<String, Object> facts) {
  static final String NAME_PATH = "name";
  static final String FACT_PATH = "facts/";

  public ContractFunction {
    bindings = bindings.stream().sorted(Comparator.comparing(ContractBinding::sortKey)).toList();
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  static ContractFunction of(Function function, String assembly) {
    List<Binding> others = new ArrayList<>(function.bindings());
    Optional<Binding> trigger = others.stream().filter(Binding::isTrigger).findFirst();
    trigger.ifPresent(others::remove);
    return new ContractFunction(
        function.name().orElseGet(() -> "=" + nameArgument(function)),
        function.name().isPresent(),
        assembly,
        function.method().containingType().map(TypeDeclaration::metadataName).orElse(""),
        function.method().identifier().identifier(),
        trigger.map(ContractBinding::of),
        others.stream().map(ContractBinding::of).toList(),
        function.facts());
  }

  private static String nameArgument(Function function) {
    return function.nameAttribute().arguments().stream()
        .findFirst()
        .map(AttributeArgument::expression)
        .map(UnresolvedValue::of)
        .map(UnresolvedValue::text)
        .orElse("");
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("assembly", assembly);
    tree.put("type", type);
    tree.put("method", method);
    tree.put("trigger", trigger.<Object>map(ContractBinding::tree).orElse(ContractJson.NULL));
    tree.put("bindings", bindings.stream().map(ContractBinding::tree).toList());
    tree.put("facts", facts);
    List<String> unresolved = unresolved();
    if (!unresolved.isEmpty()) {
      tree.put("unresolved", unresolved);
    }
    return tree;
  }

  /**
   * Places of values that only the compiler or the host knows: {@code name}, {@code facts/FACT},
   * {@code KIND/NAME/PROPERTY}; sorted.
   */
  public List<String> unresolved() {
    List<String> paths = new ArrayList<>();
    if (!hasResolvedName) {
      paths.add(NAME_PATH);
    }
    unresolvedKeys(facts).forEach(fact -> paths.add(FACT_PATH + fact));
    Stream.concat(trigger.stream(), bindings.stream())
        .forEach(b -> unresolvedKeys(b.properties()).forEach(key -> paths.add(b.path(key))));
    return paths.stream().sorted().toList();
  }

  private static Stream<String> unresolvedKeys(Map<String, Object> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof UnresolvedValue)
        .map(Map.Entry::getKey);
  }
}
