package dev.migrator.rule.project;

import dev.migrator.edit.Edit;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Adds versions of new packages to {@code Directory.Packages.props}; versions of old ones stay, as
 * other projects may use them.
 */
final class CentralVersions {
  private final Project project;
  private final String ruleId;

  CentralVersions(Project project, String ruleId) {
    this.project = project;
    this.ruleId = ruleId;
  }

  List<Edit> edits(Collection<String> wanted, Conversion conversion) {
    Optional<MsBuildFile> file =
        project.imports().stream()
            .filter(f -> f.path().endsWith("Directory.Packages.props"))
            .reduce((first, last) -> last);
    List<MsBuildItem> known = file.map(f -> f.items("PackageVersion")).orElse(List.of());
    List<NewItem> added =
        wanted.stream()
            .filter(id -> known.stream().noneMatch(item -> isFor(item, id)) && !hasVersion(id))
            .map(id -> NewItem.packageVersion(id, conversion.version(id)))
            .toList();
    if (known.isEmpty() || added.isEmpty()) {
      return List.of();
    }
    MsBuildItem anchor =
        known.stream()
            .filter(item -> isFor(item, "Microsoft.NET.Sdk.Functions"))
            .findFirst()
            .orElse(known.get(known.size() - 1));
    return List.of(MsBuildEdits.in(file.orElseThrow(), ruleId).insertItemsAfter(anchor, added));
  }

  /** Such as of a {@code GlobalPackageReference}, which carries its own. */
  private boolean hasVersion(String id) {
    return project.packageReference(id).flatMap(PackageReference::version).isPresent();
  }

  private static boolean isFor(MsBuildItem item, String id) {
    return item.include().filter(id::equalsIgnoreCase).isPresent();
  }
}
