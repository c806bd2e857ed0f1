package dev.migrator.model.project;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Packages that a library of .NET Standard names where other projects find a namespace, or a type
 * with what is called on it, in a shared framework, {@code standard-packages.tsv}.
 */
public record StandardPackages(Map<String, List<String>> packages) {
  public StandardPackages {
    packages = Map.copyOf(packages);
  }

  public static StandardPackages load() {
    return new StandardPackages(
        PackageTable.rows("standard-packages.tsv").stream()
            .collect(
                Collectors.toMap(
                    (List<String> row) -> row.get(0), row -> PackageTable.list(row.get(1)))));
  }

  /** Packages for a name of the table, none for any other. */
  public List<String> find(String name) {
    return packages.getOrDefault(name, List.of());
  }
}
