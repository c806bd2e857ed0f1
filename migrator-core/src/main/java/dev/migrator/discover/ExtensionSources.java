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
import dev.migrator.model.project.ProjectReference;
import dev.migrator.model.project.WorkerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Apps beside the source of a binding extension that they reference as a project, as the samples of
 * extensions do: the project counts as the package that is made of it, and what becomes of such a
 * package is said by the table of packages alone. The extension itself runs in the host and stays
 * as it is, whoever references it; of the app it is no library. Where the repository has the source
 * of the worker's part too, the app gets a reference to that: the SDK of the worker finds an
 * extension by the assembly of an attribute, wherever that comes from
 * (FunctionMetadataGenerator.AddExtensionInfo). To an in-process app that has the host's part as a
 * package it is of no use. What the parts of both models stand on is a package to every project:
 * changed for the app, it would no longer be what the host's part needs.
 */
final class ExtensionSources {
  private static final String PREFIX = "Microsoft.Azure.WebJobs.Extensions.";
  private static final String WORKER = "Microsoft.Azure.Functions.Worker.Extensions.";

  private ExtensionSources() {}

  /** The same projects; apps have packages where they had projects of extensions. */
  static Map<String, Project> asPackages(Map<String, Project> projects) {
    Map<String, Project> result = new TreeMap<>();
    projects.forEach((path, project) -> result.put(path, withPackages(project, projects)));
    return result;
  }

  private static Project withPackages(Project project, Map<String, Project> projects) {
    Project apart = replaced(project, projects, ExtensionSources::isShared);
    return switch (apart.kind()) {
      case FUNCTION_APP_IN_PROCESS -> inProcess(apart, projects);
      case FUNCTION_APP_ISOLATED -> replaced(apart, projects, ExtensionSources::isOfWorker);
      default -> apart;
    };
  }

  /** Packages in place of the projects that are sources of such. */
  private static Project replaced(
      Project project, Map<String, Project> projects, Predicate<Project> isSource) {
    List<PackageReference> packages = new ArrayList<>(project.items().packages());
    List<ProjectReference> rest = new ArrayList<>();
    for (ProjectReference reference : project.items().projects()) {
      Optional<Project> source =
          Optional.ofNullable(projects.get(reference.path())).filter(isSource);
      source.ifPresentOrElse(
          found -> packages.add(asPackage(packageId(found), version(found), reference)),
          () -> rest.add(reference));
    }
    return with(project, packages, rest, Map.of());
  }

  private static Project inProcess(Project app, Map<String, Project> projects) {
    List<PackageReference> packages = new ArrayList<>(app.items().packages());
    List<ProjectReference> rest = new ArrayList<>();
    Map<String, WorkerSource> sources = new TreeMap<>();
    for (ProjectReference reference : app.items().projects()) {
      Optional<Project> extension =
          Optional.ofNullable(projects.get(reference.path())).filter(ExtensionSources::isKnown);
      if (extension.isPresent()) {
        packages.add(asPackage(extension.get(), reference));
        sources.putAll(workerSources(extension.get(), reference, app, projects));
      } else {
        rest.add(reference);
      }
    }
    for (ProjectReference reference : List.copyOf(rest)) {
      ofTheSame(projects.get(reference.path()), packages)
          .ifPresent(
              host -> {
                packages.add(asPackage(host, null, reference));
                rest.remove(reference);
              });
    }
    return with(app, packages, rest, sources);
  }

  private static Project with(
      Project app,
      List<PackageReference> packages,
      List<ProjectReference> rest,
      Map<String, WorkerSource> sources) {
    ProjectItems items = app.items();
    return rest.size() == items.projects().size()
        ? app
        : app.withItems(items.with(packages, rest, sources));
  }

  /** The worker's part of an extension, by its package. */
  private static Map<String, WorkerSource> workerSources(
      Project extension, ProjectReference reference, Project app, Map<String, Project> projects) {
    Map<String, WorkerSource> sources = new TreeMap<>();
    for (Project project : projects.values()) {
      if (isOfWorker(project) && isCounterpart(packageId(project), packageId(extension))) {
        String path = RepositoryPath.from(app.directory(), project.path());
        boolean isOfWindows = reference.item().include().filter(i -> i.contains("\\")).isPresent();
        sources.put(
            packageId(project),
            new WorkerSource(
                isOfWindows ? path.replace('/', '\\') : path,
                version(project),
                files(project),
                files(extension)));
      }
    }
    return sources;
  }

  private static Set<String> files(Project project) {
    return project.items().sources().stream()
        .map(item -> RepositoryPath.nameWithoutExtension(item.path()))
        .collect(Collectors.toSet());
  }

  private static boolean isOfWorker(Project project) {
    return packageId(project).startsWith(WORKER)
        && PackageMap.load().isReplacement(packageId(project));
  }

  /**
   * The package of the host whose counterpart in the worker has its source in the project: an app
   * that has both needs the counterpart once, and released.
   */
  private static Optional<String> ofTheSame(
      @Nullable Project project, List<PackageReference> packages) {
    return project == null || !isOfWorker(project)
        ? Optional.empty()
        : packages.stream()
            .map(PackageReference::id)
            .filter(id -> id.startsWith(PREFIX))
            .filter(id -> isCounterpart(packageId(project), id))
            .findFirst();
  }

  private static boolean isCounterpart(String worker, String host) {
    return PackageMap.load().find(host, Optional.empty()).stream()
        .flatMap(mapping -> mapping.replacements().stream())
        .anyMatch(replacement -> replacement.id().equalsIgnoreCase(worker));
  }

  private static String packageId(Project project) {
    return project.properties().value("PackageId").orElseGet(project::assemblyName);
  }

  /** Whether the source is that of a package with rows of its own in the table of packages. */
  private static boolean isKnown(Project project) {
    return packageId(project).startsWith(PREFIX) && mapping(project, Action.REPLACE).isPresent();
  }

  /** Whether the source is that of a package named like one of the host that both models use. */
  private static boolean isShared(Project project) {
    return packageId(project).startsWith(PREFIX) && mapping(project, Action.KEEP).isPresent();
  }

  private static Optional<PackageMapping> mapping(Project project, Action action) {
    String id = packageId(project);
    return PackageMap.load()
        .find(id, Optional.empty())
        .filter(mapping -> mapping.pattern().equalsIgnoreCase(id))
        .filter(mapping -> mapping.action() == action);
  }

  private static Stream<String> versions(PackageMapping mapping) {
    return mapping.replacements().stream()
        .flatMap(replacement -> PackageVersions.load().find(replacement.id(), "net10.0").stream());
  }

  private static boolean isPreview(String version) {
    return NuGetVersion.lowestOf(version).filter(NuGetVersion::isPrerelease).isPresent();
  }

  /**
   * As the targets of the SDK make it of {@code VersionPrefix} and {@code VersionSuffix}; 1.0.0
   * where nothing says one.
   */
  private static String version(Project project) {
    EvaluatedProperties properties = project.properties();
    return properties
        .value("Version")
        .orElseGet(
            () ->
                properties.value("VersionPrefix").orElse("1.0.0")
                    + properties.value("VersionSuffix").map(suffix -> "-" + suffix).orElse(""));
  }

  /**
   * The version matters where the table has previews alone, which differ from each other; a
   * released extension is as good as its latest release.
   */
  private static PackageReference asPackage(Project project, ProjectReference reference) {
    boolean hasPreviewsAlone =
        mapping(project, Action.REPLACE)
            .filter(m -> versions(m).allMatch(ExtensionSources::isPreview))
            .isPresent();
    return asPackage(packageId(project), hasPreviewsAlone ? version(project) : null, reference);
  }

  private static PackageReference asPackage(
      String id, @Nullable String version, ProjectReference reference) {
    return new PackageReference(
        id,
        version,
        reference.file(),
        reference.item(),
        VersionPlace.NONE,
        null,
        reference.truth());
  }
}
