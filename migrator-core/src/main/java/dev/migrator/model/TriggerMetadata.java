package dev.migrator.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the host tells of a trigger beside its data, by the names of parameters; data in
 * binding-metadata.tsv.
 */
public final class TriggerMetadata {
  private static final Pattern TOKEN = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Set<String> WITHOUT_MEMBERS =
      Set.of(
          "System.String",
          "System.Byte[]",
          "System.IO.Stream",
          "System.IO.TextReader",
          "System.BinaryData",
          "Microsoft.Azure.WebJobs.TimerInfo");
  private static final List<Row> ROWS =
      ResourceTable.rows(TriggerMetadata.class, "binding-metadata.tsv").stream()
          .map(Row::of)
          .toList();

  private TriggerMetadata() {}

  private record Row(String kind, String name, String type) {
    static Row of(List<String> cells) {
      return new Row(cells.get(0), cells.get(1), cells.get(2));
    }

    boolean isNamed(String parameter) {
      return name.equals("*") || name.equalsIgnoreCase(parameter);
    }

    boolean fits(String wanted) {
      return type.endsWith("*")
          ? wanted.startsWith(type.substring(0, type.length() - 1))
          : type.equals(wanted);
    }
  }

  /** Whether the worker supplies a parameter without attribute by its name or type. */
  public static boolean supplies(Function function, FunctionParameter parameter) {
    String kind = function.trigger().map(Binding::kind).orElse("");
    String type = parameter.typeName().orElse("");
    return ROWS.stream()
        .filter(row -> row.kind().equals(kind))
        .anyMatch(row -> row.isNamed(parameter.name()) && row.fits(type));
  }

  /**
   * Whether a value of that name may exist: metadata, a token of a path, a member of the data. Only
   * where the data has no members and no token has the name it is certain that there is none.
   */
  public static boolean mayExist(Function function, FunctionParameter parameter) {
    return function.trigger().isEmpty()
        || supplies(function, parameter)
        || tokens(function).contains(parameter.name().toLowerCase(Locale.ROOT))
        || function.trigger().get().clrType().filter(WITHOUT_MEMBERS::contains).isEmpty();
  }

  /** Names in braces in the trigger's own values, such as the path of a blob. */
  private static Set<String> tokens(Function function) {
    return function.trigger().stream()
        .flatMap(trigger -> trigger.properties().values().stream())
        .map(Object::toString)
        .flatMap(text -> TOKEN.matcher(text).results())
        .map(result -> result.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
