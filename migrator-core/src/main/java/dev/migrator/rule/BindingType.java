package dev.migrator.rule;

import dev.migrator.model.Direction;
import dev.migrator.model.names.NamesInPackages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the worker makes of a parameter or result of one type; a row of {@code binding-types.tsv}.
 *
 * @param kind of the binding, or {@code *}
 * @param direction {@code in}, {@code out}, {@code inout} or {@code *}
 * @param form how many values the type holds
 * @param type full name of the value's type; {@code X*} begins with X
 * @param verdict who supplies the value
 * @param worker the type that the worker takes; {@code none} where it has no such binding
 * @param expression from one type to the other, with {@code {p}} for the parameter
 * @param creation what an output starts as; empty where the method makes it itself
 * @param parts of the compatibility file that the value needs
 * @param partsByName parts that only an app needs which names a member
 * @param unless names that the app must not use for the row to hold; of a sender, properties that
 *     an output of the worker could not set
 * @param advice where there is no way
 */
public record BindingType(
    String kind,
    String direction,
    String form,
    String type,
    Verdict verdict,
    String worker,
    String expression,
    String creation,
    List<CompatibilityPart> parts,
    Map<String, CompatibilityPart> partsByName,
    List<String> unless,
    String advice) {
  private static final String NOTHING = "-";
  private static final String ANY = "*";

  /** In the place of the worker's type. */
  private static final String OUTSIDE = "none";

  private static final Set<String> LISTS =
      Set.of(
          "System.Collections.Generic.IEnumerable",
          "System.Collections.Generic.ICollection",
          "System.Collections.Generic.IList",
          "System.Collections.Generic.IReadOnlyCollection",
          "System.Collections.Generic.IReadOnlyList",
          "System.Collections.Generic.List");

  /** Who supplies a value of the type. */
  public enum Verdict {
    /** The worker as it is. */
    WORKER,
    /** The worker, as the one element of a list: the host splits a text that is a JSON array. */
    TEXT,
    /** A part of the compatibility file. */
    PART,
    /** An adapter beside the method, from another type. */
    ADAPT,
    /** As {@link #ADAPT}, by a task. */
    AWAIT,
    /** As {@link #AWAIT}, and saved when the method has succeeded. */
    SAVE,
    /** An adapter beside the method, from an array. */
    ARRAY,
    /** A client of the SDK, in an adapter. */
    SENDER,
    /** A client that the adapter makes and hands to the method. */
    CLIENT,
    /** Nobody. */
    NO
  }

  public BindingType {
    parts = List.copyOf(parts);
    partsByName = Map.copyOf(partsByName);
    unless = List.copyOf(unless);
  }

  /** Whether an adapter turns the worker's type into the method's. */
  public boolean isAdapted() {
    return verdict == Verdict.ADAPT
        || verdict == Verdict.ARRAY
        || verdict == Verdict.AWAIT
        || verdict == Verdict.SAVE;
  }

  /** Whether the adapter takes the value from its trigger, and has no parameter for it. */
  public boolean isOfTrigger() {
    return verdict == Verdict.ADAPT && worker.equals(NOTHING);
  }

  static BindingType of(List<String> row) {
    return new BindingType(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        Verdict.valueOf(row.get(4).toUpperCase(Locale.ROOT)),
        row.get(5),
        row.get(6),
        row.get(7).equals(NOTHING) ? "" : row.get(7),
        list(row.get(8))
            .filter(cell -> cell.indexOf('?') < 0)
            .map(CompatibilityPart::valueOf)
            .toList(),
        partsByName(row.get(8)),
        list(row.get(9)).toList(),
        row.get(10));
  }

  /** {@code PART?Name} of the cell. */
  private static Map<String, CompatibilityPart> partsByName(String cell) {
    return list(cell)
        .map(part -> part.split("\\?", 2))
        .filter(sides -> sides.length > 1)
        .collect(
            Collectors.toUnmodifiableMap(
                sides -> sides[1], sides -> CompatibilityPart.valueOf(sides[0])));
  }

  /** All parts that an app needs which names these members. */
  public Stream<CompatibilityPart> parts(Set<String> names) {
    return Stream.concat(
        parts.stream(),
        partsByName.entrySet().stream()
            .filter(entry -> names.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .sorted());
  }

  private static Stream<String> list(String cell) {
    return cell.equals(NOTHING) ? Stream.empty() : Arrays.stream(cell.split(","));
  }

  /**
   * A type taken apart.
   *
   * @param form {@code one}, {@code array} or {@code list}
   * @param element the type of one value
   */
  record Shape(String form, String element) {

    /** Bytes are one value. */
    static Shape of(String type) {
      if (type.endsWith("[]") && !type.equals("System.Byte[]")) {
        return new Shape("array", type.substring(0, type.length() - 2));
      }
      int open = type.indexOf('<');
      return open > 0 && LISTS.contains(type.substring(0, open))
          ? new Shape("list", type.substring(open + 1, type.length() - 1))
          : new Shape("one", type);
    }
  }

  boolean fitsKind(String wanted) {
    return kind.equals(ANY) && wanted.indexOf(':') < 0 || kind.equals(wanted);
  }

  boolean fits(Direction wantedDirection, Shape shape) {
    return (direction.equals(ANY) || direction.equals(wantedDirection.text()))
        && fitsForm(shape.form())
        && fitsType(shape.element());
  }

  /** Whether the row names one type, called like that in whatever namespace. */
  boolean isAboutType(String simpleName) {
    String name = type.replaceAll("[<\\[].*", "");
    return name.substring(name.lastIndexOf('.') + 1).equals(simpleName);
  }

  private boolean fitsForm(String wanted) {
    return switch (form) {
      case "any" -> true;
      case "many" -> !wanted.equals("one");
      default -> form.equals(wanted);
    };
  }

  private boolean fitsType(String element) {
    return type.endsWith(ANY)
        ? element.startsWith(type.substring(0, type.length() - 1)) && !isOfTheApp(element)
        : type.equals(element);
  }

  /** Samples of an extension stand in namespaces below its own: no package has those. */
  private boolean isOfTheApp(String element) {
    int end = element.indexOf('<');
    String name = end < 0 ? element : element.substring(0, end);
    int dot = name.lastIndexOf('.');
    return !type.equals(ANY) && dot > 0 && !NamesInPackages.holds(name.substring(0, dot));
  }

  /** Whether the worker has no binding for it at all: a client of the SDK takes its place. */
  public boolean isOutsideOfTheWorker() {
    return worker.equals(OUTSIDE);
  }

  /** Whether a client of the SDK sends the value, or is the value. */
  public boolean isClient() {
    return verdict == Verdict.SENDER || verdict == Verdict.CLIENT;
  }

  /** Whether the value is made with what the worker knows of the call. */
  public boolean needsContext() {
    return expression.contains("{context}");
  }

  /** Whether the value is made with what settles the message of the trigger. */
  public boolean needsActions() {
    return expression.contains("{actions}");
  }

  /** The value of the other type, made of what the name holds. */
  public String value(String name) {
    return expression.replace("{p}", name);
  }
}
