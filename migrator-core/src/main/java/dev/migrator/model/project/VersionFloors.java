package dev.migrator.model.project;

import java.util.List;
import java.util.Set;

/** The table of lowest versions that packages of the isolated model ask for, {@code floors.tsv}. */
public record VersionFloors(List<Floor> rows) {

  /**
   * One dependency: a pin below it is NU1605, an error.
   *
   * @param broughtBy package that has the dependency
   */
  public record Floor(String broughtBy, String id, String minimum, String source) {}

  public VersionFloors {
    rows = List.copyOf(rows);
  }

  public static VersionFloors load() {
    return new VersionFloors(
        PackageTable.rows("floors.tsv").stream()
            .map(row -> new Floor(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList());
  }

  /**
   * Floors above a pinned version.
   *
   * @param references ids of the packages of the project, as the table spells them
   */
  public List<Floor> above(String id, NuGetVersion pinned, Set<String> references) {
    return rows.stream()
        .filter(row -> row.id().equalsIgnoreCase(id) && references.contains(row.broughtBy()))
        .filter(row -> NuGetVersion.parse(row.minimum()).orElseThrow().compareTo(pinned) > 0)
        .toList();
  }
}
