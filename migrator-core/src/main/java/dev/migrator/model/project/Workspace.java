package dev.migrator.model.project;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All projects of a repository and which of them the user chose. Lists are in path order. */
public final class Workspace {
  /** What uses a library of tests: tests, and libraries that they share. */
  private static final Set<ProjectKind> OF_TESTS = Set.of(ProjectKind.TEST, ProjectKind.LIBRARY);

  private final NavigableMap<String, Project> byPath;
  private final NavigableSet<String> chosen;

  /** Paths of apps to that of the app which they can only move with. */
  private final NavigableMap<String, String> companions;

  private final List<Solution> solutions;
  private final List<ProjectProblem> problems;

  /** Paths of projects to those of the projects that name them. */
  private final Map<String, Set<String>> referrers = new TreeMap<>();

  /**
   * A workspace.
   *
   * @param byPath every project of the repository
   * @param chosen paths of the projects that the user named: one project, those of a solution, or
   *     those below a folder
   * @param solutions of the repository
   * @param problems of solutions and of project files that could not be read at all
   */
  public Workspace(
      NavigableMap<String, Project> byPath,
      NavigableSet<String> chosen,
      List<Solution> solutions,
      List<ProjectProblem> problems) {
    this.byPath = Collections.unmodifiableNavigableMap(new TreeMap<>(byPath));
    this.solutions = List.copyOf(solutions);
    this.problems = List.copyOf(problems);
    for (Project project : byPath.values()) {
      for (ProjectReference reference : project.items().projects()) {
        referrers.computeIfAbsent(reference.path(), path -> new TreeSet<>()).add(project.path());
      }
    }
    this.companions = Collections.unmodifiableNavigableMap(companionsOf(chosen));
    NavigableSet<String> all = new TreeSet<>(chosen);
    all.addAll(companions.keySet());
    this.chosen = Collections.unmodifiableNavigableSet(all);
  }

  /** Apps that reference a named one or are referenced by it: one model cannot build the other. */
  private NavigableMap<String, String> companionsOf(Set<String> named) {
    NavigableMap<String, String> found = new TreeMap<>();
    Deque<Project> open = new ArrayDeque<>(inProcess(existing(named)));
    while (!open.isEmpty()) {
      Project app = open.remove();
      Stream.of(librariesOf(app), referencedBy(app))
          .flatMap(joined -> inProcess(joined).stream())
          .filter(other -> !named.contains(other.path()))
          .filter(other -> found.putIfAbsent(other.path(), app.path()) == null)
          .forEach(open::add);
    }
    return found;
  }

  private static List<Project> inProcess(List<Project> projects) {
    return projects.stream()
        .filter(project -> project.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS)
        .toList();
  }

  /** Paths of the projects that the user named, and of the apps that can only move with them. */
  public NavigableSet<String> chosen() {
    return chosen;
  }

  /**
   * Paths of the in-process apps that the user did not name, each with the path of an app that
   * references it, or that it references, and that is converted: an isolated app cannot be built
   * with an in-process one.
   */
  public NavigableMap<String, String> companions() {
    return companions;
  }

  public List<Solution> solutions() {
    return solutions;
  }

  /** Of solutions, and of project files that could not be read at all. */
  public List<ProjectProblem> problems() {
    return problems;
  }

  public Optional<Project> project(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** Every project of the repository. */
  public List<Project> allProjects() {
    return List.copyOf(byPath.values());
  }

  /** The chosen projects, what they reference, and the tests of the chosen ones. */
  public List<Project> projects() {
    Set<String> paths = new TreeSet<>(chosen);
    paths.addAll(reach(chosen, this::referencesOf));
    byPath.values().stream()
        .filter(project -> project.kind() == ProjectKind.TEST)
        .filter(
            test -> !Collections.disjoint(reach(Set.of(test.path()), this::referencesOf), chosen))
        .forEach(test -> paths.add(test.path()));
    return existing(paths);
  }

  /** The chosen function apps that are in-process. */
  public List<Project> apps() {
    return inProcess(existing(chosen));
  }

  /** Every C# project that the app references, directly or not. */
  public List<Project> librariesOf(Project app) {
    return existing(reach(Set.of(app.path()), this::referencesOf)).stream()
        .filter(project -> project.kind().isCSharp())
        .toList();
  }

  /**
   * Every test project that references the app, directly or not, and the libraries that only tests
   * use and that know the in-process model.
   */
  public List<Project> testsOf(Project app) {
    Set<String> paths = new TreeSet<>();
    for (Project other : referencedBy(app)) {
      if (other.kind() == ProjectKind.TEST) {
        paths.add(other.path());
        librariesOf(other).stream()
            .filter(library -> isOfTests(library, app))
            .forEach(library -> paths.add(library.path()));
      }
    }
    return existing(paths);
  }

  private boolean isOfTests(Project library, Project app) {
    return library.kind() == ProjectKind.LIBRARY
        && referencedBy(library).stream().map(Project::kind).allMatch(OF_TESTS::contains)
        && (referencedBy(app).contains(library)
            || library.items().packages().stream()
                .anyMatch(
                    p ->
                        p.hasId("Microsoft.NET.Sdk.Functions")
                            || p.hasIdPrefix("Microsoft.Azure.WebJobs")));
  }

  /** Every project that references the project, directly or not. */
  public List<Project> referencedBy(Project project) {
    return existing(reach(Set.of(project.path()), this::referrersOf));
  }

  /** Libraries that both reference. */
  public List<Project> sharedBetween(Project one, Project other) {
    Set<String> theirs = reach(Set.of(other.path()), this::referencesOf);
    return librariesOf(one).stream().filter(library -> theirs.contains(library.path())).toList();
  }

  /** The function apps, in-process or isolated, that reference the library. */
  public List<Project> appsOf(Project library) {
    return referencedBy(library).stream().filter(p -> p.kind().isFunctionApp()).toList();
  }

  private List<Project> existing(Collection<String> paths) {
    return new TreeSet<>(paths)
        .stream().flatMap(path -> project(path).stream()).collect(Collectors.toUnmodifiableList());
  }

  private Stream<String> referencesOf(String path) {
    return project(path).stream()
        .flatMap(project -> project.items().projects().stream())
        .map(ProjectReference::path);
  }

  private Stream<String> referrersOf(String path) {
    return referrers.getOrDefault(path, Set.of()).stream();
  }

  /** What can be reached by at least one step; never a single start itself. */
  private static Set<String> reach(
      Collection<String> starts, Function<String, Stream<String>> next) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      next.apply(open.pop()).filter(seen::add).forEach(open::push);
    }
    if (starts.size() == 1) {
      seen.removeAll(starts);
    }
    return seen;
  }
}
