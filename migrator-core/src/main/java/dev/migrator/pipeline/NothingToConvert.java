package dev.migrator.pipeline;

import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.Workspace;
import dev.migrator.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why there is nothing to convert. */
final class NothingToConvert {
  private NothingToConvert() {}

  static Result result(String command, Workspace workspace, List<PlannedApp> apps) {
    RunReport report =
        new RunReport(command, apps.stream().map(Reports::notWritten).toList(), Optional.empty());
    List<String> problems = new ArrayList<>();
    for (ProjectProblem problem : workspace.problems()) {
      problems.add(problem.at() + ": " + problem.message());
    }
    boolean isBroken =
        apps.isEmpty()
            && workspace.problems().stream().anyMatch(p -> p.kind() != ProjectProblem.Kind.MISSING);
    if (isBroken) {
      problems.add("repair the file and run again; nothing was changed");
      return new Result(ExitCode.BLOCKED, report, problems, List.of());
    }
    problems.add(reason(workspace, apps));
    return new Result(ExitCode.NOTHING_TO_CONVERT, report, problems, List.of());
  }

  private static String reason(Workspace workspace, List<PlannedApp> apps) {
    if (!apps.isEmpty()) {
      return "nothing to convert: every function app here runs in the isolated worker already";
    }
    List<Project> chosen =
        workspace.chosen().stream().flatMap(path -> workspace.project(path).stream()).toList();
    if (chosen.isEmpty()) {
      return "nothing to convert: there is no project here; name a repository, solution or csproj";
    }
    return "nothing to convert: no in-process function app among "
        + String.join(", ", chosen.stream().map(Project::path).toList());
  }
}
