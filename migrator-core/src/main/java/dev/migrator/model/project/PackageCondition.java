package dev.migrator.model.project;

import java.util.List;
import java.util.Optional;

/**
 * A package of an app and its versions, {@code Name [5.0,6.0)} in a table: what a row is for.
 *
 * @param id of the package
 * @param range its versions
 */
public record PackageCondition(String id, VersionRange range) {
  /**
   * Reads a condition of a table.
   *
   * @throws IllegalArgumentException for what is none
   */
  public static PackageCondition parse(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("no package with a range: " + text);
    }
    return new PackageCondition(
        text.substring(0, blank), VersionRange.parse(text.substring(blank + 1)));
  }

  /** Whether one of the packages is the package, with a version of the range. */
  public boolean isMet(List<PackageReference> packages) {
    return versions(packages).stream().anyMatch(range::contains);
  }

  /** The same; where nobody tells the version, the latest counts, as it does for the tables. */
  public boolean isMetByDefault(List<PackageReference> packages) {
    return isMet(packages)
        || range.to() == null && versions(packages).stream().allMatch(Optional::isEmpty);
  }

  private List<Optional<NuGetVersion>> versions(List<PackageReference> packages) {
    return packages.stream()
        .filter(reference -> reference.hasId(id))
        .map(reference -> reference.version().flatMap(NuGetVersion::lowestOf))
        .toList();
  }
}
