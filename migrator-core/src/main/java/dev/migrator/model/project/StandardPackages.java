package dev.migrator.model.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Packages that a library of .NET Standard names where other projects find the namespace in a
 * shared framework, {@code standard-packages.tsv}.
 */
public record StandardPackages(Map<String, String> packages) {
  public StandardPackages {
    packages = Map.copyOf(packages);
  }

  public static StandardPackages load() {
    return new StandardPackages(
        PackageTable.rows("standard-packages.tsv").stream()
            .collect(Collectors.toMap((List<String> row) -> row.get(0), row -> row.get(1))));
  }

  public Optional<String> find(String namespace) {
    return Optional.ofNullable(packages.get(namespace));
  }
}
