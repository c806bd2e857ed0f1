package dev.migrator.rule;

import dev.migrator.model.ResourceTable;
import dev.migrator.model.names.TypeSymbol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of calls of extension methods of the in-process packages; data in
 * extension-methods.tsv.
 */
public final class ExtensionMethodTable {
  private static final List<Row> ROWS =
      ResourceTable.rows(ExtensionMethodTable.class, "extension-methods.tsv").stream()
          .map(Row::of)
          .toList();

  private ExtensionMethodTable() {}

  /**
   * One class with some of its methods.
   *
   * @param type metadata name of the class
   * @param methods names; {@code *} for all that no row before names
   * @param receiver the type whose methods they are, in full
   * @param part of the compatibility file that has the methods; empty where there is none
   * @param isKept whether the call holds in the worker as it is, or another rule sees to it
   * @param isOfHost whether it adds what the host does, from a package that stays
   * @param advice where the call cannot be kept
   */
  public record Row(
      String type,
      List<String> methods,
      String receiver,
      Optional<CompatibilityPart> part,
      boolean isKept,
      boolean isOfHost,
      String advice) {

    public Row {
      methods = List.copyOf(methods);
    }

    static Row of(List<String> cells) {
      String verdict = cells.get(3);
      boolean isKept = verdict.equals("kept");
      boolean isOfHost = verdict.equals("host");
      Optional<CompatibilityPart> part =
          isKept || isOfHost || verdict.equals("none")
              ? Optional.empty()
              : Optional.of(CompatibilityPart.valueOf(verdict));
      return new Row(
          cells.get(0),
          Arrays.asList(cells.get(1).split(",")),
          cells.get(2),
          part,
          isKept,
          isOfHost,
          cells.get(4));
    }

    /** Whether the method goes, named by itself, also where its class stays with other methods. */
    public boolean refuses(String method) {
      return part.isEmpty() && !isKept && !isOfHost && methods.contains(method);
    }

    boolean fits(TypeSymbol owner, String method) {
      return owner.is(type) && (methods.contains("*") || methods.contains(method));
    }
  }

  /** The first row that fits; empty for a class or method that is not listed. */
  public static Optional<Row> find(TypeSymbol owner, String method) {
    return ROWS.stream().filter(row -> row.fits(owner, method)).findFirst();
  }
}
