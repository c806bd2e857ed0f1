package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Blocks apps that would edit a library which another app needs as it is: one that stays in-process
 * because nobody chose it or because it is blocked itself.
 */
final class SharedLibraries {
  private final Workspace workspace;

  private SharedLibraries(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The apps in the same order; a blocked one may block others in turn. */
  static List<PlannedApp> check(Workspace workspace, List<PlannedApp> planned) {
    SharedLibraries check = new SharedLibraries(workspace);
    List<PlannedApp> before = planned;
    List<PlannedApp> after = check.pass(before);
    while (!blocked(after).equals(blocked(before))) {
      before = after;
      after = check.pass(before);
    }
    return after;
  }

  private List<PlannedApp> pass(List<PlannedApp> planned) {
    Set<String> converted =
        planned.stream()
            .filter(app -> !app.isBlocked())
            .map(PlannedApp::path)
            .collect(Collectors.toSet());
    List<PlannedApp> checked = new ArrayList<>();
    for (PlannedApp app : planned) {
      List<Diagnostic> findings = app.isBlocked() ? List.of() : findings(app, converted);
      checked.add(findings.isEmpty() ? app : app.with(findings));
    }
    return checked;
  }

  private static Set<String> blocked(List<PlannedApp> planned) {
    return planned.stream()
        .filter(PlannedApp::isBlocked)
        .map(PlannedApp::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Diagnostic> findings(PlannedApp app, Set<String> converted) {
    List<Diagnostic> findings = new ArrayList<>();
    for (CodeBase library : app.app().libraries()) {
      Optional<Project> staying =
          workspace.appsOf(library.project()).stream()
              .filter(other -> other.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS)
              .filter(other -> !converted.contains(other.path()))
              .findFirst();
      if (staying.isPresent() && isEdited(library, app)) {
        findings.add(finding(library.project(), staying.get()));
      }
    }
    return findings;
  }

  private static boolean isEdited(CodeBase library, PlannedApp app) {
    Set<String> edited = app.plan().edits().paths();
    return Stream.concat(
            Stream.of(library.project().path()),
            library.files().stream().map(file -> file.source().path()))
        .anyMatch(edited::contains);
  }

  private static Diagnostic finding(Project library, Project staying) {
    return Diagnostic.of(
        Code.SHARED_LIBRARY_STAYS,
        Location.ofFile(library.path()),
        "library " + library.path() + " would change, and " + staying.path() + " stays in-process",
        "convert both apps in one run, or take the in-process types out of the library first");
  }
}
