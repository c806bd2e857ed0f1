package dev.migrator.rule;

import dev.migrator.model.ResourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of binder-attributes.tsv: an attribute that a method makes for its binder, and what the
 * compatibility file binds for it.
 *
 * @param type metadata name of the in-process attribute
 * @param part that has a class of its name
 * @param packageId of the client that opens the values
 * @param mostArguments of its constructor
 * @param properties that the class has, with the parts that read them
 * @param values that are opened
 */
public record BinderAttribute(
    String type,
    CompatibilityPart part,
    String packageId,
    int mostArguments,
    Map<String, List<CompatibilityPart>> properties,
    List<Value> values) {
  /** Stands behind another attribute in a list, and names its connection. */
  public static final String ACCOUNT = "Microsoft.Azure.WebJobs.StorageAccountAttribute";

  private static final String COLLECTOR = "collector ";

  private static final Map<String, BinderAttribute> ALL =
      ResourceTable.rows(BinderAttribute.class, "binder-attributes.tsv").stream()
          .map(BinderAttribute::of)
          .collect(Collectors.toUnmodifiableMap(BinderAttribute::type, Function.identity()));

  public BinderAttribute {
    properties = Map.copyOf(properties);
    values = List.copyOf(values);
  }

  /**
   * A value that a binder gives.
   *
   * @param type metadata name, or a keyword; {@code *} for classes of the app, which an attribute
   *     that is made with all arguments names one of
   * @param isCollected whether it is a collector of the type
   * @param parts that it needs beside that of the attribute
   */
  public record Value(String type, boolean isCollected, List<CompatibilityPart> parts) {
    public Value {
      parts = List.copyOf(parts);
    }

    /** Whether it is of a class of the app. */
    public boolean isOwn() {
      return type.equals("*");
    }
  }

  /** The row of a type; empty where no binder of the worker takes it. */
  public static Optional<BinderAttribute> of(String metadataName) {
    return Optional.ofNullable(ALL.get(metadataName));
  }

  private static BinderAttribute of(List<String> cells) {
    return new BinderAttribute(
        cells.get(0),
        CompatibilityPart.valueOf(cells.get(1)),
        cells.get(2),
        Integer.parseInt(cells.get(3)),
        Stream.of(cells.get(4).split(","))
            .map(cell -> cell.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(sides -> sides[0], BinderAttribute::partsBehind)),
        Stream.of(cells.get(5).split(", ")).map(BinderAttribute::value).toList());
  }

  private static Value value(String cell) {
    String[] sides = cell.split("=", 2);
    boolean isCollected = sides[0].startsWith(COLLECTOR);
    return new Value(
        isCollected ? sides[0].substring(COLLECTOR.length()) : sides[0],
        isCollected,
        partsBehind(sides));
  }

  /** {@code A+B} behind the sign of equality. */
  private static List<CompatibilityPart> partsBehind(String[] sides) {
    return sides.length == 1
        ? List.of()
        : Stream.of(sides[1].split("\\+")).map(CompatibilityPart::valueOf).toList();
  }
}
