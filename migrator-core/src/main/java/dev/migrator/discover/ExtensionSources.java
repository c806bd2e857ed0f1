package dev.migrator.discover;

import dev.migrator.model.project.EvaluatedProperties;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageMapping.Action;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.PackageReference.VersionPlace;
import dev.migrator.model.project.PackageVersions;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectItems;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.ProjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Apps beside the source of a binding extension that they reference as a project, as the samples of
 * extensions do: the project counts as the package that is made of it. The extension itself runs in
 * the host and stays as it is; of the app it is no library.
 */
final class ExtensionSources {
  private static final String PREFIX = "Microsoft.Azure.WebJobs.Extensions.";

  private ExtensionSources() {}

  /** The same projects; apps have packages where they had projects of extensions. */
  static Map<String, Project> asPackages(Map<String, Project> projects) {
    Map<String, Project> result = new TreeMap<>();
    projects.forEach(
        (path, project) ->
            result.put(
                path,
                project.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS
                    ? withPackages(project, projects)
                    : project));
    return result;
  }

  private static Project withPackages(Project app, Map<String, Project> projects) {
    List<PackageReference> packages = new ArrayList<>(app.items().packages());
    List<ProjectReference> rest = new ArrayList<>();
    for (ProjectReference reference : app.items().projects()) {
      Optional<String> extension =
          Optional.ofNullable(projects.get(reference.path()))
              .filter(ExtensionSources::isKnown)
              .map(ExtensionSources::packageId);
      if (extension.isPresent()) {
        packages.add(asPackage(extension.get(), reference));
      } else {
        rest.add(reference);
      }
    }
    ProjectItems items = app.items();
    return rest.size() == items.projects().size() ? app : app.withItems(items.with(packages, rest));
  }

  private static String packageId(Project project) {
    return project.properties().value("PackageId").orElseGet(project::assemblyName);
  }

  /**
   * Whether the source is that of a package that the tables describe: released, or a preview of the
   * very version that they have. Of another preview nobody can tell what its types are.
   */
  private static boolean isKnown(Project project) {
    String id = packageId(project);
    Optional<String> version = version(project);
    return id.startsWith(PREFIX)
        && PackageMap.load()
            .find(id, Optional.empty())
            .filter(mapping -> mapping.pattern().equalsIgnoreCase(id))
            .filter(mapping -> mapping.action() == Action.REPLACE)
            .filter(
                mapping ->
                    versions(mapping)
                        .allMatch(known -> !isPreview(known) || version.equals(Optional.of(known))))
            .isPresent();
  }

  private static Stream<String> versions(PackageMapping mapping) {
    return mapping.replacements().stream()
        .flatMap(replacement -> PackageVersions.load().find(replacement.id(), "net10.0").stream());
  }

  private static boolean isPreview(String version) {
    return NuGetVersion.lowestOf(version).filter(NuGetVersion::isPrerelease).isPresent();
  }

  /** As the targets of the SDK make it of {@code VersionPrefix} and {@code VersionSuffix}. */
  private static Optional<String> version(Project project) {
    EvaluatedProperties properties = project.properties();
    return properties
        .value("Version")
        .or(
            () ->
                properties
                    .value("VersionPrefix")
                    .map(
                        prefix ->
                            properties
                                .value("VersionSuffix")
                                .map(suffix -> prefix + "-" + suffix)
                                .orElse(prefix)));
  }

  private static PackageReference asPackage(String id, ProjectReference reference) {
    return new PackageReference(
        id, null, reference.file(), reference.item(), VersionPlace.NONE, null, reference.truth());
  }
}
