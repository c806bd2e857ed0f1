package dev.migrator.rule.project;

import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.PackageReference.VersionPlace;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.msbuild.MsBuildMetadata;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The packages of {@code packages.config}, which the project references itself from now on. */
final class OldPackages {
  private OldPackages() {}

  static boolean isListed(PackageReference reference) {
    return reference.versionPlace() == VersionPlace.PACKAGES_CONFIG;
  }

  /** What the project references for a package of the list; the in-process SDK has its own. */
  static List<NewItem> items(
      PackageReference reference, Fate fate, Function<String, NewItem> item) {
    if (fate.isRemoved() || reference.hasId("Microsoft.NET.Sdk.Functions")) {
      return List.of();
    }
    if (!fate.replacements().isEmpty()) {
      return fate.replacements().stream().map(item).toList();
    }
    String version = fate.raisedTo().or(reference::version).orElse("*");
    NewItem kept = NewItem.packageReference(reference.id(), version);
    return List.of(isForDevelopment(reference) ? kept.with("PrivateAssets", "all") : kept);
  }

  private static boolean isForDevelopment(PackageReference reference) {
    return reference
        .item()
        .metadata("developmentDependency")
        .map(MsBuildMetadata::value)
        .filter("true"::equalsIgnoreCase)
        .isPresent();
  }

  /** Whether a path, with slashes, leads into the folder of a package that the list names. */
  static boolean holds(Project project, String path) {
    String lower = "/" + path.toLowerCase(Locale.ROOT);
    return lower.contains("/packages/")
        && project.items().packages().stream()
            .filter(OldPackages::isListed)
            .anyMatch(
                reference ->
                    lower.contains(
                        "/packages/"
                            + reference.id().toLowerCase(Locale.ROOT)
                            + "."
                            + reference.version().orElse("").toLowerCase(Locale.ROOT)
                            + "/"));
  }
}
