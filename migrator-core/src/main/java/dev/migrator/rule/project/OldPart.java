package dev.migrator.rule.project;

import dev.migrator.model.ResourceTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a part of a project file of the old style comes to, a row of {@code old-project.tsv}.
 *
 * @param kind {@code property}, {@code trap}, {@code import}, {@code target}, {@code item}, {@code
 *     assembly} or {@code gone}
 * @param name of the part
 * @param detail values of a property, namespaces of an assembly
 * @param packageId that holds what the assembly held, or {@code -}
 */
record OldPart(String kind, String name, String detail, String packageId) {
  private static final List<OldPart> ROWS =
      ResourceTable.rows(OldPart.class, "old-project.tsv").stream()
          .map(cells -> new OldPart(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
          .toList();

  static Optional<OldPart> find(String kind, String name) {
    return ROWS.stream()
        .filter(row -> row.kind.equals(kind) && row.name.equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether a property of that value is one of those meant. */
  boolean covers(String value) {
    return Pattern.compile(detail, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(value)
        .matches();
  }

  /** The package of an assembly whose namespaces are in use; .NET itself has what else it held. */
  Optional<String> packageFor(Collection<String> names) {
    return isUsed(names) ? Optional.of(packageId) : Optional.empty();
  }

  /** Whether names of types and namespaces show a use of one of the namespaces. */
  boolean isUsed(Collection<String> names) {
    return List.of(detail.split(",")).stream()
        .anyMatch(
            namespace ->
                names.stream()
                    .anyMatch(name -> name.equals(namespace) || name.startsWith(namespace + ".")));
  }
}
