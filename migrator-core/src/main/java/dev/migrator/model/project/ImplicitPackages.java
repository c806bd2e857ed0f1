package dev.migrator.model.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The table of packages behind namespaces, {@code implicit-packages.tsv}. */
public record ImplicitPackages(List<ImplicitPackage> rows) {
  public ImplicitPackages {
    rows = List.copyOf(rows);
  }

  public static ImplicitPackages load() {
    return new ImplicitPackages(
        PackageTable.rows("implicit-packages.tsv").stream().map(ImplicitPackage::of).toList());
  }

  /** What a namespace or a full type name needs: the row of the longest namespace around it. */
  public Optional<ImplicitPackage> find(String name) {
    return rows.stream()
        .filter(row -> row.covers(name))
        .max(Comparator.comparing(row -> row.namespace().length()));
  }
}
