package dev.migrator.model.project;

import dev.migrator.source.Location;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.MsBuildMetadata;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A package that a project references.
 *
 * @param id as written; ids compare without regard to case
 * @param evaluatedVersion null where there is none or it cannot be known
 * @param file that holds the reference: the project, or a props or targets file above it
 * @param item the reference itself
 * @param versionPlace where the version stands
 * @param versionSource the text of the version; null where there is none
 * @param truth of the conditions around it: TRUE or UNKNOWN
 */
public record PackageReference(
    String id,
    @Nullable String evaluatedVersion,
    MsBuildFile file,
    MsBuildItem item,
    VersionPlace versionPlace,
    @Nullable VersionSource versionSource,
    Truth truth) {

  /** Where the version of a reference stands. */
  public enum VersionPlace {
    /** {@code Version="1.0.0"} of the reference. */
    ATTRIBUTE,
    /** {@code <Version>1.0.0</Version>} in the reference. */
    CHILD_ELEMENT,
    /** {@code VersionOverride} of the reference, beside central package management. */
    OVERRIDE,
    /** A {@code PackageVersion} item of {@code Directory.Packages.props}. */
    CENTRAL,
    /** A {@code PackageReference Update} item. */
    UPDATE,
    /** {@code packages.config} of an old-style project. */
    PACKAGES_CONFIG,
    /** Nowhere, or where this tool does not see it. */
    NONE
  }

  /** The text that says the version. */
  public record VersionSource(MsBuildFile file, MsBuildItem item, MsBuildMetadata metadata) {}

  public Optional<String> version() {
    return Optional.ofNullable(evaluatedVersion);
  }

  /** Where the reference stands. */
  public Location location() {
    return file.source().location(item.span().start());
  }

  public boolean hasId(String other) {
    return id.equalsIgnoreCase(other);
  }

  public boolean hasIdPrefix(String prefix) {
    return id.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }

  /** Whether the item stands in {@code GlobalPackageReference}. */
  public boolean isGlobal() {
    return item.isType("GlobalPackageReference");
  }
}
