package dev.migrator.model.project;

import java.util.List;

/**
 * The version that the tool writes for a package.
 *
 * @param id of the package
 * @param version to be written
 * @param target the target framework that it is for, {@code *} for all, or a package of the app and
 *     its versions, {@code Name [5.0,6.0)}
 * @param lab whether the feed for offline builds has it: {@code yes}, {@code no}, or {@code higher}
 *     where a restore takes a higher one
 * @param source where the version is from
 * @param date when that was looked up
 */
public record PackageVersion(
    String id, String version, String target, String lab, String source, String date) {
  static PackageVersion of(List<String> row) {
    return new PackageVersion(
        row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
  }

  /** Whether the row is for an app with a target framework and some packages. */
  boolean isFor(String targetFramework, List<PackageReference> packages) {
    return target.contains(" ")
        ? PackageCondition.parse(target).isMet(packages)
        : target.equals("*") || target.equals(targetFramework);
  }
}
