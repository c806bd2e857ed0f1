package dev.migrator.model.project;

import java.util.List;
import java.util.Map;

/**
 * The items of a project after all files that are read for it, in the order of evaluation.
 *
 * @param otherSources C# files below the folder of an old-style project that it does not compile
 * @param friends assemblies that see the internals of this one, by {@code InternalsVisibleTo} items
 *     and by {@code AssemblyAttribute} items of that name
 * @param workerSources projects beside this one that packages of the worker are made of, by the id
 *     of the package, where this project has the source of an extension in place of its package
 */
public record ProjectItems(
    List<PackageReference> packages,
    List<ProjectReference> projects,
    List<FrameworkReference> frameworks,
    List<GlobalUsing> usings,
    List<CompileItem> sources,
    List<String> otherSources,
    List<String> friends,
    Map<String, WorkerSource> workerSources) {

  public ProjectItems {
    packages = List.copyOf(packages);
    projects = List.copyOf(projects);
    frameworks = List.copyOf(frameworks);
    usings = List.copyOf(usings);
    sources = List.copyOf(sources);
    otherSources = List.copyOf(otherSources);
    friends = List.copyOf(friends);
    workerSources = Map.copyOf(workerSources);
  }

  /** The same items with packages in place of some projects. */
  public ProjectItems with(
      List<PackageReference> otherPackages,
      List<ProjectReference> others,
      Map<String, WorkerSource> sourcesOfWorker) {
    return new ProjectItems(
        otherPackages, others, frameworks, usings, sources, otherSources, friends, sourcesOfWorker);
  }
}
