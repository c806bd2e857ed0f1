package dev.migrator.discover;

import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.model.project.Solution;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.msbuild.MsBuildFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds all projects of a snapshot and those among them that the user means. */
public final class Discovery {
  private static final Set<String> PROJECT_EXTENSIONS = Set.of(".csproj", ".fsproj", ".vbproj");

  /** Folders that hold what a build or a package manager wrote. */
  private static final Set<String> GENERATED = Set.of("bin", "obj", "node_modules", "packages");

  private final RepositoryFiles files;
  private final FileTree tree;
  private final List<ProjectProblem> problems = new ArrayList<>();

  private Discovery(FileTree tree) {
    this.tree = tree;
    this.files = new RepositoryFiles(tree);
  }

  /**
   * Reads every project of the snapshot.
   *
   * @param start a project, a solution or a folder, relative to the snapshot; empty for all of it
   */
  public static Workspace discover(FileTree tree, String start) {
    return new Discovery(tree).run(start);
  }

  private Workspace run(String start) {
    Map<String, Project> projects = new TreeMap<>();
    for (String path : tree.paths()) {
      if (isProject(path) && !isGenerated(path)) {
        Optional<MsBuildFile> file = files.msBuild(path);
        file.ifPresent(read -> projects.put(path, ProjectReader.read(files, read)));
        if (file.isEmpty()) {
          files.problem(path).ifPresent(problems::add);
        }
      }
    }
    List<Solution> solutions =
        tree.paths().stream()
            .filter(path -> SolutionReader.isSolution(path) && !isGenerated(path))
            .flatMap(path -> SolutionReader.read(files, path).stream())
            .toList();
    Map<String, Project> classified =
        ExtensionSources.asPackages(ProjectClassifier.withLibraries(projects, this::hasFunctions));
    return new Workspace(
        new TreeMap<>(classified), chosen(start, classified, solutions), solutions, problems);
  }

  /** By the text alone: what names the attribute anywhere, or cannot be read, is no library. */
  private boolean hasFunctions(Project project) {
    return project.items().sources().stream().anyMatch(item -> namesFunctions(item.path()));
  }

  private boolean namesFunctions(String path) {
    try {
      return tree.source(path).filter(file -> file.text().contains("FunctionName")).isPresent();
    } catch (UnreadableSourceException e) {
      return true;
    }
  }

  static boolean isProject(String path) {
    return PROJECT_EXTENSIONS.contains(RepositoryPath.extension(path).toLowerCase(Locale.ROOT));
  }

  /** Such as {@code obj/Debug/net8.0/WorkerExtensions/WorkerExtensions.csproj}. */
  static boolean isGenerated(String path) {
    return Arrays.stream(RepositoryPath.directory(path).split("/"))
        .anyMatch(
            part -> GENERATED.contains(part.toLowerCase(Locale.ROOT)) || part.startsWith("."));
  }

  private NavigableSet<String> chosen(
      String start, Map<String, Project> projects, List<Solution> solutions) {
    String resolved = RepositoryPath.resolve("", start);
    NavigableSet<String> chosen = new TreeSet<>();
    Optional<String> file = resolved == null ? Optional.empty() : files.find(resolved);
    if (resolved != null && file.isEmpty() && files.isDirectory(resolved)) {
      projects.keySet().stream()
          .filter(path -> RepositoryPath.isBelow(path, resolved))
          .forEach(chosen::add);
    } else if (file.filter(SolutionReader::isSolution).isPresent()) {
      solutions.stream()
          .filter(solution -> solution.path().equals(file.get()))
          .flatMap(solution -> solution.projects().stream())
          .forEach(project -> choose(project, file.get(), projects, chosen));
    } else if (file.filter(projects::containsKey).isPresent()) {
      chosen.add(file.get());
    } else {
      String message = file.isPresent() ? "is no project or solution" : "does not exist";
      problems.add(new ProjectProblem(Kind.MISSING, Location.ofFile(start), start + " " + message));
    }
    return chosen;
  }

  private void choose(
      String project, String solution, Map<String, Project> projects, Set<String> chosen) {
    if (projects.containsKey(project)) {
      chosen.add(project);
    } else if (files.find(project).isEmpty()) {
      problems.add(
          new ProjectProblem(
              Kind.MISSING, Location.ofFile(solution), "lists " + project + ", which is missing"));
    }
  }
}
