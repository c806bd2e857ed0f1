package dev.migrator.model.project;

import java.util.List;
import java.util.Optional;

/**
 * The packages that the shared frameworks of .NET 10 contain, {@code framework-packages.tsv}, from
 * the PackageOverrides.txt of their reference packs: a reference to one of them is pruned and
 * raises NU1510. Beside them stands Microsoft.NETCore.App, which the SDK references by itself
 * (NETSDK1023).
 */
public record FrameworkPackages(List<Row> rows) {

  /**
   * One package.
   *
   * @param version the highest that the framework replaces
   * @param framework {@code Microsoft.NETCore.App} or {@code Microsoft.AspNetCore.App}
   */
  public record Row(String id, String version, String framework) {}

  public FrameworkPackages {
    rows = List.copyOf(rows);
  }

  public static FrameworkPackages load() {
    return new FrameworkPackages(
        PackageTable.rows("framework-packages.tsv").stream()
            .map(row -> new Row(row.get(0), row.get(1), row.get(2)))
            .toList());
  }

  /** The framework that makes a reference needless. */
  public Optional<String> frameworkOf(String id, NuGetVersion version) {
    return rows.stream()
        .filter(row -> row.id().equalsIgnoreCase(id))
        .filter(row -> version.compareTo(NuGetVersion.parse(row.version()).orElseThrow()) <= 0)
        .map(Row::framework)
        .findFirst();
  }
}
