package dev.migrator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a user says of the attribute of a binding.
 *
 * @param type full name in the in-process model
 * @param kind of the binding, as in function.json: {@code feedTrigger}
 * @param input full name in the worker as trigger or input
 * @param output full name in the worker as output
 * @param arguments names of arguments and properties to their names in the worker; {@link #DROPPED}
 *     for what the worker does not have
 */
public record MappedAttribute(
    String type,
    String kind,
    Optional<String> input,
    Optional<String> output,
    Map<String, String> arguments) {
  /** In the place of the name of an argument. */
  public static final String DROPPED = "drop";

  public MappedAttribute {
    if (input.isEmpty() && output.isEmpty()) {
      throw new IllegalArgumentException(type + " has no attribute of the worker");
    }
    arguments = Map.copyOf(arguments);
  }

  /** Which way the data goes where only one of the two is known. */
  Optional<Direction> direction() {
    if (output.isEmpty()) {
      return Optional.of(Direction.IN);
    }
    return input.isEmpty() ? Optional.of(Direction.OUT) : Optional.empty();
  }

  Stream<String> workers() {
    return Stream.concat(input.stream(), output.stream());
  }

  boolean isWorker(String type) {
    return workers().anyMatch(type::equals);
  }

  boolean isOutput(String type) {
    return output.filter(type::equals).isPresent();
  }

  /** Arguments that have another name in the worker, in order of their names. */
  public Map<String, String> renamed() {
    Map<String, String> renamed = new TreeMap<>(arguments);
    renamed.values().removeIf(DROPPED::equals);
    return renamed;
  }

  /** Arguments that the worker does not have, in order. */
  public List<String> dropped() {
    return arguments.entrySet().stream()
        .filter(argument -> argument.getValue().equals(DROPPED))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
