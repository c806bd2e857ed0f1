package dev.migrator.pipeline;

import dev.migrator.git.GitRepository;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.Workspace;
import dev.migrator.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why there is nothing to convert, and what to do instead. */
final class NothingToConvert {
  private final Workspace workspace;
  private final List<PlannedApp> apps;
  private final RunInput input;

  private NothingToConvert(Workspace workspace, List<PlannedApp> apps, RunInput input) {
    this.workspace = workspace;
    this.apps = apps;
    this.input = input;
  }

  static Result result(String command, Workspace workspace, List<PlannedApp> apps, RunInput input) {
    RunReport report =
        new RunReport(command, apps.stream().map(Reports::notWritten).toList(), Optional.empty());
    List<String> messages = new ArrayList<>();
    problems(workspace).forEach(problem -> messages.add(problem.at() + ": " + problem.message()));
    boolean isBroken =
        apps.isEmpty()
            && problems(workspace).anyMatch(p -> p.kind() != ProjectProblem.Kind.MISSING);
    if (isBroken) {
      messages.add("repair the file and run again; nothing was changed");
      return new Result(ExitCode.BLOCKED, report, messages, List.of());
    }
    new NothingToConvert(workspace, apps, input)
        .reasons()
        .forEach(reason -> messages.add("nothing to convert: " + reason));
    return new Result(ExitCode.NOTHING_TO_CONVERT, report, messages, List.of());
  }

  /** Of solutions, and of chosen project files that cannot be read. */
  static Stream<ProjectProblem> problems(Workspace workspace) {
    Stream<ProjectProblem> ofProjects =
        chosen(workspace)
            .filter(project -> !project.kind().isFunctionApp())
            .flatMap(project -> project.problems().stream())
            .filter(
                problem ->
                    problem.kind() == ProjectProblem.Kind.DOES_NOT_PARSE
                        || problem.kind() == ProjectProblem.Kind.UNREADABLE);
    return Stream.concat(workspace.problems().stream(), ofProjects);
  }

  private static Stream<Project> chosen(Workspace workspace) {
    return workspace.chosen().stream().flatMap(path -> workspace.project(path).stream());
  }

  private List<String> reasons() {
    List<Project> projects = chosen(workspace).toList();
    if (!apps.isEmpty()) {
      String paths = apps.stream().map(PlannedApp::path).collect(Collectors.joining(", "));
      return List.of(
          paths
              + " runs in the isolated worker already; `migrator verify` looks for what would fail"
              + " silently there");
    }
    return projects.isEmpty()
        ? withoutProjects()
        : projects.stream().map(NothingToConvert::reason).toList();
  }

  private List<String> withoutProjects() {
    Optional<String> script =
        input.tree().paths().stream().filter(path -> path.endsWith(".csx")).findFirst();
    if (script.isPresent()) {
      return List.of(
          script.get()
              + " is a C# script, which the isolated worker does not run; move the scripts into a"
              + " project first");
    }
    SortedSet<String> submodules = new TreeSet<>();
    input.repository().map(GitRepository::tree).ifPresent(t -> submodules.addAll(t.submodules()));
    String none = "there is no project here; name a repository, a solution or a csproj";
    return submodules.isEmpty()
        ? List.of(none)
        : List.of(
            none,
            "the submodules "
                + String.join(", ", submodules)
                + " are not looked into; convert the repository of each on its own");
  }

  private static String reason(Project project) {
    String path = project.path();
    return switch (project.kind()) {
      case FSHARP -> path + " is F#, only C# is converted; move it by hand";
      case VISUAL_BASIC -> path + " is Visual Basic, only C# is converted; move it by hand";
      case WEB -> path + " is a web project; name a function app";
      case WEBJOBS ->
          path + " hosts the WebJobs SDK itself and is no function app; name a function app";
      case TEST -> path + " is a test project; name the app that it tests";
      case FUNCTION_APP_IN_PROCESS, FUNCTION_APP_ISOLATED, LIBRARY, OTHER ->
          path + " is no in-process function app; name one, or the repository";
    };
  }
}
