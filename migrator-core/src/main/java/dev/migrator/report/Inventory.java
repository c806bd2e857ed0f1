package dev.migrator.report;

import dev.migrator.source.Location;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an app consists of.
 *
 * @param targetFrameworks in the order in which the project names them
 * @param functionsVersion {@code v4}; empty where the project does not say
 * @param functions in order of file and place
 * @param packages in order of the project file
 */
public record Inventory(
    AppKind kind,
    List<String> targetFrameworks,
    Optional<String> functionsVersion,
    List<FunctionEntry> functions,
    List<PackageEntry> packages) {

  public Inventory {
    targetFrameworks = List.copyOf(targetFrameworks);
    functions = List.copyOf(functions);
    packages = List.copyOf(packages);
  }

  /**
   * One function.
   *
   * @param name as callers see it, or the method's where it cannot be told
   * @param at where the method stands
   * @param bindings triggers, inputs and outputs
   * @param unresolved names of attributes where bindings stand whose type cannot be told
   */
  public record FunctionEntry(
      String name, Location at, List<BindingEntry> bindings, List<String> unresolved) {
    public FunctionEntry {
      bindings = List.copyOf(bindings);
      unresolved = List.copyOf(unresolved);
    }

    /** The one trigger; empty where there is none or more than one. */
    public Optional<BindingEntry> trigger() {
      List<BindingEntry> triggers = bindings.stream().filter(BindingEntry::isTrigger).toList();
      return triggers.size() == 1 ? Optional.of(triggers.get(0)) : Optional.empty();
    }
  }

  /**
   * One trigger, input or output.
   *
   * @param kind {@code queueTrigger}
   * @param direction {@code in}, {@code out} or {@code inout}
   * @param name the parameter, or {@code $return}
   * @param properties as in a contract
   */
  public record BindingEntry(
      String kind, String direction, String name, SortedMap<String, Object> properties) {
    public BindingEntry {
      properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public boolean isTrigger() {
      return kind.endsWith("Trigger");
    }
  }

  /**
   * One package reference.
   *
   * @param version as evaluated; empty where it cannot be told
   */
  public record PackageEntry(String id, String version) {}
}
