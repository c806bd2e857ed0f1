package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.Location;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Apps joined by a library that the conversion edits move together or not at all: a blocked member
 * blocks its unit, an app that is not part of the run blocks those that share the library with it.
 * Where only the project file of the library would change it stays as it is, and so nobody is held.
 * Apps that compile the same source file are joined by it likewise.
 */
final class AppUnits {
  private static final String CENTRAL_VERSIONS = "Directory.Packages.props";

  private final Workspace workspace;
  private final SharedSources sources;
  private final Map<String, PlannedApp> planned = new TreeMap<>();

  /** Path of an app to the libraries that its conversion edits. */
  private final Map<String, List<Project>> edited = new TreeMap<>();

  /** Path of an app that was not named to the one that it shares edited files with. */
  private final SortedMap<String, String> along = new TreeMap<>();

  private AppUnits(Workspace workspace, List<PlannedApp> apps) {
    this.workspace = workspace;
    this.sources = SharedSources.of(workspace);
    apps.forEach(this::put);
  }

  private void put(PlannedApp app) {
    planned.put(app.path(), app);
    edited.put(app.path(), editedLibraries(app));
  }

  /** The same apps, with a blocker at each that cannot move without another. */
  static List<PlannedApp> withBlockers(Workspace workspace, List<PlannedApp> apps) {
    return new AppUnits(workspace, apps).blocked();
  }

  /**
   * The named apps and those that share with one of them what its conversion edits, none of which
   * can move alone, with a blocker at each that cannot move; in path order. None moves along with
   * an app that stays.
   *
   * @param planning the plan of an app that was not named; empty where it cannot be made
   */
  static List<PlannedApp> withJoined(
      Workspace workspace,
      List<PlannedApp> named,
      Function<Project, Optional<PlannedApp>> planning) {
    AppUnits units = new AppUnits(workspace, named);
    units.takeAlong(planning);
    return units.blocked();
  }

  private void takeAlong(Function<Project, Optional<PlannedApp>> planning) {
    Deque<PlannedApp> open = new ArrayDeque<>(planned.values());
    while (!open.isEmpty()) {
      PlannedApp app = open.remove();
      for (Project other : app.isBlocked() ? List.<Project>of() : unplanned().toList()) {
        if (isShared(app, other) && along.putIfAbsent(other.path(), app.path()) == null) {
          planning
              .apply(other)
              .ifPresent(
                  more -> {
                    put(more);
                    open.add(more);
                  });
        }
      }
    }
  }

  private Stream<Project> unplanned() {
    return workspace.allProjects().stream()
        .filter(project -> project.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS)
        .filter(app -> !planned.containsKey(app.path()));
  }

  private boolean isShared(PlannedApp app, Project other) {
    return sources.between(app, other).isPresent()
        || shared(app.path(), other).anyMatch(library -> !canStay(app, library));
  }

  /** Libraries that the conversion of an app edits and that another app uses. */
  private Stream<Project> shared(String path, Project other) {
    return edited.getOrDefault(path, List.of()).stream()
        .filter(library -> isAround(other, library));
  }

  private List<PlannedApp> blocked() {
    TypesOfTests.block(List.copyOf(planned.values()), this::tell);
    stopWhereSourcesAreShared();
    holdBesideAppsThatStay();
    tellOfOthersThatStay();
    tellOfCompanions();
    return planned.values().stream()
        .filter(app -> app.isBlocked() || !isBlocked(along.get(app.path())))
        .toList();
  }

  private boolean isBlocked(@Nullable String path) {
    return path != null && planned(path).isBlocked();
  }

  private List<Project> editedLibraries(PlannedApp app) {
    Set<String> owners = new TreeSet<>();
    app.finalChanges().keySet().forEach(path -> owner(path).ifPresent(owners::add));
    Project project = app.app().project();
    return Stream.concat(
            workspace.librariesOf(project).stream(),
            workspace.testsOf(project).stream().filter(AppUnits::isLibrary))
        .filter(library -> owners.contains(library.path()))
        .toList();
  }

  private static boolean isLibrary(Project project) {
    return project.kind() == ProjectKind.LIBRARY;
  }

  /** Whether an app references a library, or its tests do. */
  private boolean isAround(Project app, Project library) {
    return workspace.librariesOf(app).contains(library) || workspace.testsOf(app).contains(library);
  }

  /** The project with the innermost folder around the file. */
  private Optional<String> owner(String path) {
    return workspace.allProjects().stream()
        .filter(project -> project.directory().isEmpty() || path.startsWith(project.pathBeside("")))
        .max(Comparator.comparingInt(project -> project.directory().length()))
        .map(Project::path);
  }

  /** Files of an app that a project outside of the conversion compiles, or an app differently. */
  private void stopWhereSourcesAreShared() {
    for (PlannedApp app : List.copyOf(planned.values())) {
      for (Project other : workspace.allProjects()) {
        sources
            .between(app, other)
            .filter(file -> isHeld(app, other))
            .ifPresent(file -> tell(app.path(), compiled(app.path(), other, file)));
      }
    }
  }

  private boolean isHeld(PlannedApp app, Project other) {
    Project project = app.app().project();
    PlannedApp moving = planned.get(other.path());
    if (moving != null) {
      return !moving.isBlocked() && !sources.areAlike(app, moving);
    }
    return other.kind() != ProjectKind.FUNCTION_APP_IN_PROCESS
        && !other.equals(project)
        && !isAround(project, other);
  }

  private void holdBesideAppsThatStay() {
    Deque<Project> staying = new ArrayDeque<>();
    unplanned().forEach(staying::add);
    planned.values().stream()
        .filter(PlannedApp::isBlocked)
        .forEach(app -> staying.add(app.app().project()));
    while (!staying.isEmpty()) {
      Project app = staying.remove();
      for (String path : List.copyOf(planned.keySet())) {
        if (!path.equals(app.path()) && !isLeftAlone(path, app) && hold(path, app)) {
          staying.add(workspace.project(path).orElseThrow());
        }
      }
    }
  }

  /** Whether a blocked app is beside another blocked one. */
  private boolean isLeftAlone(String path, Project staying) {
    return planned.containsKey(staying.path()) && planned(path).isBlocked();
  }

  /** Leaves the libraries that both use as they are, or else the app; returns whether the app. */
  private boolean hold(String path, Project staying) {
    if (areJoined(planned(path).app().project(), staying)) {
      return stop(path, joined(path, staying));
    }
    Optional<String> source = sources.between(planned(path), staying);
    if (source.isPresent()) {
      return stop(path, compiled(path, staying, source.get()));
    }
    List<Project> shared = shared(path, staying).toList();
    for (Project library : shared) {
      if (!canStay(planned(path), library)) {
        return stop(path, held(path, staying, library));
      }
    }
    shared.forEach(library -> put(planned(path).without(library.path(), kept(library, staying))));
    return false;
  }

  /** Blocks an app; returns whether nothing had blocked it before. */
  private boolean stop(String path, Diagnostic finding) {
    boolean wasBlocked = planned(path).isBlocked();
    tell(path, finding);
    return !wasBlocked;
  }

  /** Whether one of two apps references the other. */
  private boolean areJoined(Project one, Project other) {
    return workspace.librariesOf(one).contains(other) || workspace.librariesOf(other).contains(one);
  }

  private Diagnostic joined(String path, Project staying) {
    return planned.containsKey(staying.path())
        ? Diagnostic.of(
            Code.UNIT_BLOCKED,
            Location.ofFile(path),
            staying.path() + " is blocked, and one of both apps references the other",
            "remove the blockers of " + staying.path() + " and run again")
        : Diagnostic.of(
            Code.SHARED_LIBRARY_STAYS,
            Location.ofFile(path),
            staying.path() + " stays in-process, and one of both apps references the other",
            "convert both apps in one run, or move what they share into a library");
  }

  /** Whether the app can do with the project file as it is, since nothing else changes there. */
  private boolean canStay(PlannedApp app, Project library) {
    return !library.isOfNetFramework()
        && app.finalChanges().keySet().stream()
            .noneMatch(
                path ->
                    path.endsWith(CENTRAL_VERSIONS)
                        || !path.equals(library.path())
                            && owner(path).filter(library.path()::equals).isPresent());
  }

  private Diagnostic held(String path, Project staying, Project library) {
    return planned.containsKey(staying.path())
        ? Diagnostic.of(
            Code.UNIT_BLOCKED,
            Location.ofFile(path),
            staying.path()
                + " is blocked, and the conversion edits "
                + library.path()
                + ", which both use",
            "remove the blockers of " + staying.path() + " and run again")
        : Diagnostic.of(
            Code.SHARED_LIBRARY_STAYS,
            Location.ofFile(path),
            "the conversion edits " + library.path() + ", which " + staying.path() + " needs as is",
            "convert both apps in one run, or take the types out of the library");
  }

  private Diagnostic compiled(String path, Project other, String file) {
    PlannedApp app = planned.get(other.path());
    return app != null && app.isBlocked()
        ? Diagnostic.of(
            Code.UNIT_BLOCKED,
            Location.ofFile(path),
            other.path() + " is blocked, and the conversion edits " + file + ", which both compile",
            "remove the blockers of " + other.path() + ", or give each a file of its own")
        : Diagnostic.of(
            Code.SHARED_LIBRARY_STAYS,
            Location.ofFile(path),
            "the conversion edits " + file + ", which " + other.path() + " compiles as it is",
            "convert both in one run where both are function apps, or give each a file of its own");
  }

  private static Diagnostic kept(Project library, Project staying) {
    return new Diagnostic(
        Code.SHARED_LIBRARY_STAYS,
        Severity.WARNING,
        Location.ofFile(library.path()),
        library.path()
            + " keeps its packages of the in-process model, which "
            + staying.path()
            + " gets through it",
        "take them out of the library when that app has moved too");
  }

  /** Programs of the in-process model that nobody converts, such as those of the WebJobs SDK. */
  private void tellOfOthersThatStay() {
    for (PlannedApp app : List.copyOf(planned.values())) {
      for (Project library : edited.getOrDefault(app.path(), List.of())) {
        workspace.referencedBy(library).stream()
            .filter(AppUnits::staysInProcess)
            .forEach(other -> tell(app.path(), stays(library, other)));
      }
    }
  }

  private static boolean staysInProcess(Project project) {
    boolean isProgram =
        project.kind() == ProjectKind.WEBJOBS
            || project.kind() == ProjectKind.FSHARP
            || project.kind() == ProjectKind.VISUAL_BASIC;
    return isProgram
        && project.items().packages().stream()
            .anyMatch(
                p ->
                    p.hasId("Microsoft.NET.Sdk.Functions")
                        || p.hasIdPrefix("Microsoft.Azure.WebJobs"));
  }

  private static Diagnostic stays(Project library, Project other) {
    return new Diagnostic(
        Code.SHARED_LIBRARY_STAYS,
        Severity.MANUAL,
        Location.ofFile(library.path()),
        library.path() + " is edited, and " + other.path() + ", which stays in-process, uses it",
        "build and test "
            + other.path()
            + "; split the library, or let it have two target frameworks, where both need it"
            + " differently");
  }

  private void tellOfCompanions() {
    workspace
        .companions()
        .forEach((path, other) -> tellOf(path, "one of it and " + other + " references the other"));
    along.forEach((path, other) -> tellOf(path, "it and " + other + " share files that change"));
  }

  private void tellOf(String companion, String why) {
    if (planned.containsKey(companion)) {
      tell(companion, movesAlong(companion, why));
    }
  }

  private static Diagnostic movesAlong(String path, String why) {
    return Diagnostic.of(
        Code.MOVES_ALONG,
        Location.ofFile(path),
        path + " was not named and is part of this run: " + why,
        "release both together; --app keeps it out, and blocks what cannot move without it");
  }

  private void tell(String path, Diagnostic finding) {
    planned.put(path, planned(path).withFinding(finding));
  }

  private PlannedApp planned(String path) {
    PlannedApp app = planned.get(path);
    if (app == null) {
      throw new IllegalArgumentException(path);
    }
    return app;
  }
}
