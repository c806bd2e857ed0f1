package dev.migrator.model.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of packages of the in-process model, {@code package-map.tsv}. */
public record PackageMap(List<PackageMapping> rows) {
  /** A whole id before a start of ids, a longer start before a shorter one. */
  private static final Comparator<PackageMapping> MOST_EXACT_FIRST =
      Comparator.comparing((PackageMapping row) -> row.pattern().endsWith("*"))
          .thenComparing(row -> -row.pattern().length());

  private static final PackageMap STANDARD =
      new PackageMap(
          PackageTable.rows("package-map.tsv").stream().map(PackageMapping::of).toList());

  public PackageMap {
    rows = List.copyOf(rows);
  }

  /** The table that the tool ships, read once. */
  public static PackageMap load() {
    return STANDARD;
  }

  /** The table with rows that count before its own. */
  public PackageMap with(List<PackageMapping> first) {
    return first.isEmpty()
        ? this
        : new PackageMap(Stream.concat(first.stream(), rows.stream()).toList());
  }

  /** The row for a reference; of a version that is not known, the last row for its id. */
  public Optional<PackageMapping> find(PackageReference reference) {
    return find(reference.id(), reference.version());
  }

  /** The row for a package; empty for one that the move does not concern. */
  public Optional<PackageMapping> find(String id, Optional<String> version) {
    Optional<NuGetVersion> lowest = version.flatMap(NuGetVersion::lowestOf);
    List<PackageMapping> matching =
        rows.stream().filter(row -> row.isFor(id)).sorted(MOST_EXACT_FIRST).toList();
    Optional<PackageMapping> exact =
        matching.stream().filter(row -> row.range().contains(lowest)).findFirst();
    boolean isForAll = exact.filter(row -> !row.pattern().endsWith("*")).isPresent();
    return isForAll || lowest.isPresent() ? exact : lastOfId(matching, id).or(() -> exact);
  }

  /** Whether the package takes the place of another. */
  public boolean isReplacement(String id) {
    return rows.stream()
        .flatMap(row -> row.replacements().stream())
        .anyMatch(replacement -> replacement.id().equalsIgnoreCase(id));
  }

  private static Optional<PackageMapping> lastOfId(List<PackageMapping> matching, String id) {
    return matching.stream()
        .filter(row -> row.pattern().equalsIgnoreCase(id))
        .reduce((first, last) -> last);
  }
}
