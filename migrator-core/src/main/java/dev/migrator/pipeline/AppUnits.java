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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Apps joined by a library that the conversion edits move together or not at all: a blocked member
 * blocks its unit, an app that is not part of the run blocks those that share the library with it.
 */
final class AppUnits {
  private final Workspace workspace;
  private final Map<String, PlannedApp> planned = new TreeMap<>();

  /** Path of an app to the apps that an edited library joins it to, with that library. */
  private final Map<String, Map<String, Project>> joined = new TreeMap<>();

  private AppUnits(Workspace workspace, List<PlannedApp> apps) {
    this.workspace = workspace;
    apps.forEach(app -> planned.put(app.path(), app));
    apps.forEach(this::join);
  }

  /** The same apps, with a blocker at each that cannot move without another. */
  static List<PlannedApp> withBlockers(Workspace workspace, List<PlannedApp> apps) {
    AppUnits units = new AppUnits(workspace, apps);
    TypesOfTests.block(apps, units::block);
    units.blockThoseBesideAppsThatStay();
    units.blockThoseBesideBlockedApps();
    units.tellOfOthersThatStay();
    return apps.stream().map(app -> units.planned(app.path())).toList();
  }

  private void join(PlannedApp app) {
    for (Project library : editedLibraries(app)) {
      for (Project other : appsAround(library)) {
        boolean isInProcess = other.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS;
        if (isInProcess && !other.path().equals(app.path())) {
          joined.computeIfAbsent(app.path(), path -> new TreeMap<>()).put(other.path(), library);
          joined.computeIfAbsent(other.path(), path -> new TreeMap<>()).put(app.path(), library);
        }
      }
    }
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

  /** Apps that reference a library, or whose tests do. */
  private List<Project> appsAround(Project library) {
    return workspace.allProjects().stream()
        .filter(project -> project.kind().isFunctionApp())
        .filter(
            app ->
                workspace.librariesOf(app).contains(library)
                    || workspace.testsOf(app).contains(library))
        .toList();
  }

  /** The project with the innermost folder around the file. */
  private Optional<String> owner(String path) {
    return workspace.allProjects().stream()
        .filter(project -> project.directory().isEmpty() || path.startsWith(project.pathBeside("")))
        .max(Comparator.comparingInt(project -> project.directory().length()))
        .map(Project::path);
  }

  private void blockThoseBesideAppsThatStay() {
    for (String path : List.copyOf(planned.keySet())) {
      new TreeMap<>(joined.getOrDefault(path, Map.of()))
          .forEach(
              (other, library) -> {
                if (!planned.containsKey(other)) {
                  block(
                      path,
                      Code.SHARED_LIBRARY_STAYS,
                      "the conversion edits "
                          + library.path()
                          + ", which "
                          + other
                          + " needs as is",
                      "convert both apps in one run, or take the types out of the library");
                }
              });
    }
  }

  private void blockThoseBesideBlockedApps() {
    Deque<String> open = new ArrayDeque<>();
    planned.values().stream().filter(PlannedApp::isBlocked).forEach(app -> open.add(app.path()));
    while (!open.isEmpty()) {
      String blocked = open.remove();
      new TreeMap<>(joined.getOrDefault(blocked, Map.of()))
          .forEach(
              (other, library) -> {
                if (planned.containsKey(other) && !planned(other).isBlocked()) {
                  block(
                      other,
                      Code.UNIT_BLOCKED,
                      blocked
                          + " is blocked, and the conversion edits "
                          + library.path()
                          + ", which both use",
                      "remove the blockers of " + blocked + " and run again");
                  open.add(other);
                }
              });
    }
  }

  /** Programs of the in-process model that nobody converts, such as those of the WebJobs SDK. */
  private void tellOfOthersThatStay() {
    for (PlannedApp app : List.copyOf(planned.values())) {
      for (Project library : editedLibraries(app)) {
        workspace.referencedBy(library).stream()
            .filter(AppUnits::staysInProcess)
            .forEach(other -> block(app.path(), stays(library, other)));
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

  private void block(String path, Code code, String message, String advice) {
    block(path, Diagnostic.of(code, Location.ofFile(path), message, advice));
  }

  private void block(String path, Diagnostic finding) {
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
