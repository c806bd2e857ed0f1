package dev.migrator.model.project;

import java.util.List;
import java.util.Optional;

/** The table of versions, {@code versions.tsv}: the only place that versions come from. */
public record PackageVersions(List<PackageVersion> rows) {
  private static final PackageVersions STANDARD =
      new PackageVersions(
          PackageTable.rows("versions.tsv").stream().map(PackageVersion::of).toList());

  public PackageVersions {
    rows = List.copyOf(rows);
  }

  /** The table that the tool ships, read once. */
  public static PackageVersions load() {
    return STANDARD;
  }

  /** The version for a target framework such as {@code net10.0}. */
  public Optional<String> find(String id, String targetFramework) {
    return find(id, targetFramework, List.of());
  }

  /** The version for an app with some packages, one of which may decide. */
  public Optional<String> find(String id, String targetFramework, List<PackageReference> packages) {
    return rows.stream()
        .filter(row -> row.id().equalsIgnoreCase(id))
        .filter(row -> row.isFor(targetFramework, packages))
        .findFirst()
        .map(PackageVersion::version);
  }

  /**
   * The version of a package that the tool itself names.
   *
   * @throws IllegalArgumentException for a package without a row
   */
  public String version(String id, String targetFramework, List<PackageReference> packages) {
    return find(id, targetFramework, packages)
        .orElseThrow(() -> new IllegalArgumentException("no version of " + id));
  }
}
