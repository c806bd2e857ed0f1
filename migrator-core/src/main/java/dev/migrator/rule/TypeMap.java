package dev.migrator.rule;

import dev.migrator.model.MappedAttribute;
import dev.migrator.model.ResourceTable;
import dev.migrator.model.UserMaps;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Types of the in-process model and what stands for them in the worker; data in type-map.tsv. */
public final class TypeMap {
  private final Map<String, Counterpart> counterparts;

  private TypeMap(Map<String, Counterpart> counterparts) {
    this.counterparts = Map.copyOf(counterparts);
  }

  /** What stands for a type in the worker. */
  public sealed interface Counterpart {

    /** Another type of a package. */
    record Type(String metadataName) implements Counterpart {
      public String namespace() {
        return metadataName.substring(0, metadataName.lastIndexOf('.'));
      }

      public String simpleName() {
        String name = metadataName.substring(metadataName.lastIndexOf('.') + 1);
        int tick = name.indexOf('`');
        return tick < 0 ? name : name.substring(0, tick);
      }
    }

    /**
     * A type in the compatibility file.
     *
     * @param name of the type; empty where it is called like the in-process type
     */
    record Part(CompatibilityPart part, String name) implements Counterpart {
      public Part(CompatibilityPart part) {
        this(part, "");
      }
    }

    /** Types of a package; which one depends on the way the data goes. */
    record ByDirection(Type input, Type output) implements Counterpart {}

    /** A rule of its own removes every use. */
    record Removed(String ruleId) implements Counterpart {}

    /** A service that the host registered, and nothing that stands for it. */
    record Service(String advice) implements Counterpart {}

    /** Nothing. */
    record None(String advice) implements Counterpart {}
  }

  /** The tables that the tool ships. */
  public static TypeMap load() {
    Map<String, Counterpart> rows = new HashMap<>();
    ResourceTable.rows(TypeMap.class, "type-map.tsv")
        .forEach(row -> rows.put(row.get(0), counterpart(row)));
    ResourceTable.rows(TypeMap.class, "binding-attributes.tsv")
        .forEach(row -> rows.put(row.get(0), ofBinding(row)));
    return new TypeMap(rows);
  }

  /** An attribute that serves for input and output has one counterpart for each. */
  private static Counterpart ofBinding(List<String> row) {
    String input = row.get(1);
    String output = row.get(2);
    if (input.startsWith("-MIG")) {
      return new Counterpart.Removed(input.substring(1));
    }
    return input.equals("-") || output.equals("-") || input.equals(output)
        ? new Counterpart.Type(input.equals("-") ? output : input)
        : new Counterpart.ByDirection(new Counterpart.Type(input), new Counterpart.Type(output));
  }

  private static Counterpart counterpart(List<String> cells) {
    String target = cells.get(1);
    if (target.startsWith("@")) {
      String[] part = target.substring(1).split("=", 2);
      return new Counterpart.Part(
          CompatibilityPart.valueOf(part[0].toUpperCase(Locale.ROOT)),
          part.length > 1 ? part[1] : "");
    }
    if (target.startsWith("-MIG")) {
      return new Counterpart.Removed(target.substring(1));
    }
    if (target.equals("-service")) {
      return new Counterpart.Service(cells.get(2));
    }
    return target.equals("-") ? new Counterpart.None(cells.get(2)) : new Counterpart.Type(target);
  }

  /** A map in which the entries of the user stand for rows of the tables. */
  TypeMap with(UserMaps maps) {
    Map<String, Counterpart> changed = new HashMap<>();
    maps.types().forEach((before, after) -> changed.put(before, new Counterpart.Type(after)));
    maps.attributes().forEach(attribute -> changed.put(attribute.type(), ofAttribute(attribute)));
    return with(changed);
  }

  private static Counterpart ofAttribute(MappedAttribute attribute) {
    Optional<Counterpart.Type> input = attribute.input().map(Counterpart.Type::new);
    Optional<Counterpart.Type> output = attribute.output().map(Counterpart.Type::new);
    return input.isPresent() && output.isPresent()
        ? new Counterpart.ByDirection(input.get(), output.get())
        : input.or(() -> output).orElseThrow();
  }

  /** A map with other counterparts of some types. */
  TypeMap with(Map<String, Counterpart> changed) {
    Map<String, Counterpart> all = new HashMap<>(counterparts);
    all.putAll(changed);
    return new TypeMap(all);
  }

  /** Every type of the table, by metadata name. */
  public Map<String, Counterpart> all() {
    return counterparts;
  }

  /** Empty for a type that the table does not list. */
  public Optional<Counterpart> of(String metadataName) {
    return Optional.ofNullable(counterparts.get(metadataName));
  }
}
