package dev.migrator.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** A type of the same simple name in the compatibility file. */
    record Part(CompatibilityPart part) implements Counterpart {}

    /** A rule of its own removes every use. */
    record Removed(String ruleId) implements Counterpart {}

    /** A service that the host registered, and nothing that stands for it. */
    record Service(String advice) implements Counterpart {}

    /** Nothing. */
    record None(String advice) implements Counterpart {}
  }

  /** The table that the tool ships. */
  public static TypeMap load() {
    try (InputStream stream = TypeMap.class.getResourceAsStream("type-map.tsv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      Map<String, Counterpart> rows = new HashMap<>();
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> rows.put(cells[0], counterpart(cells)));
      return new TypeMap(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Counterpart counterpart(String[] cells) {
    String target = cells[1];
    if (target.startsWith("@")) {
      return new Counterpart.Part(
          CompatibilityPart.valueOf(target.substring(1).toUpperCase(Locale.ROOT)));
    }
    if (target.startsWith("-MIG")) {
      return new Counterpart.Removed(target.substring(1));
    }
    if (target.equals("-service")) {
      return new Counterpart.Service(cells[2]);
    }
    return target.equals("-") ? new Counterpart.None(cells[2]) : new Counterpart.Type(target);
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
