package dev.migrator.discover;

import dev.migrator.discover.ItemEvaluator.Included;
import dev.migrator.discover.ItemEvaluator.ItemSite;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.PackageReference.VersionPlace;
import dev.migrator.model.project.PackageReference.VersionSource;
import dev.migrator.model.project.Truth;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.MsBuildMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the packages of a project and the place of each version. */
final class PackageReader {
  private final ItemEvaluator items;
  private final List<Included> central;

  private PackageReader(ItemEvaluator items, List<Included> central) {
    this.items = items;
    this.central = central;
  }

  static List<PackageReference> read(ItemEvaluator items, boolean hasCentralVersions) {
    List<Included> central = hasCentralVersions ? items.named("PackageVersion") : List.of();
    PackageReader reader = new PackageReader(items, central);
    Stream<Included> global =
        hasCentralVersions ? items.named("GlobalPackageReference").stream() : Stream.empty();
    return Stream.concat(items.named("PackageReference").stream(), global)
        .map(reader::reference)
        .toList();
  }

  private PackageReference reference(Included item) {
    Optional<ItemSite> override = ItemEvaluator.siteOf(item, "VersionOverride");
    if (override.isPresent()) {
      return reference(item, override.get(), "VersionOverride", VersionPlace.OVERRIDE);
    }
    Optional<ItemSite> own = ItemEvaluator.siteOf(item, "Version");
    if (own.isPresent()) {
      boolean isUpdate = !own.get().item().equals(item.item());
      VersionPlace place = isUpdate ? VersionPlace.UPDATE : placeOf(own.get().item());
      return reference(item, own.get(), "Version", place);
    }
    return central.stream()
        .filter(version -> version.name().equalsIgnoreCase(item.name()))
        .reduce((first, last) -> last)
        .flatMap(version -> ItemEvaluator.siteOf(version, "Version"))
        .map(site -> reference(item, site, "Version", VersionPlace.CENTRAL))
        .orElseGet(() -> withoutVersion(item));
  }

  private static VersionPlace placeOf(MsBuildItem item) {
    boolean isAttribute = item.metadata("Version").filter(MsBuildMetadata::isAttribute).isPresent();
    return isAttribute ? VersionPlace.ATTRIBUTE : VersionPlace.CHILD_ELEMENT;
  }

  private PackageReference reference(
      Included item, ItemSite site, String metadata, VersionPlace place) {
    return new PackageReference(
        item.name(),
        items.metadata(site, metadata),
        item.file(),
        item.item(),
        place,
        new VersionSource(site.file(), site.item(), site.item().metadata(metadata).orElseThrow()),
        item.truth());
  }

  private static PackageReference withoutVersion(Included item) {
    return new PackageReference(
        item.name(), null, item.file(), item.item(), VersionPlace.NONE, null, item.truth());
  }

  /** The packages of {@code packages.config}, beside a project of the old style. */
  static List<PackageReference> ofPackagesConfig(MsBuildFile config) {
    List<PackageReference> references = new ArrayList<>();
    List<MsBuildElement> elements = config.root().map(MsBuildElement::children).orElse(List.of());
    for (MsBuildElement element : elements) {
      MsBuildItem item = new MsBuildItem(element);
      Optional<MsBuildMetadata> version = item.metadata("version");
      element
          .attributeValue("id")
          .ifPresent(
              id ->
                  references.add(
                      new PackageReference(
                          id,
                          version.map(MsBuildMetadata::value).orElse(null),
                          config,
                          item,
                          VersionPlace.PACKAGES_CONFIG,
                          version.map(v -> new VersionSource(config, item, v)).orElse(null),
                          Truth.TRUE)));
    }
    return references;
  }
}
