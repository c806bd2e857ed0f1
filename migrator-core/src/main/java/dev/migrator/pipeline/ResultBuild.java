package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.machine.DotnetSdk;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.FileTree;
import dev.migrator.verify.BuildCheck;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --build}: the .NET SDK on the apps of one tree; nothing where it was not asked for. */
final class ResultBuild implements AutoCloseable {
  static final String NO_SDK =
      "--build needs the .NET SDK, and there is no dotnet in DOTNET_ROOT or on the PATH;"
          + " install it, or leave --build out";

  private final Workspace workspace;
  private final Optional<BuildCheck> check;
  private final Progress progress;

  private ResultBuild(Workspace workspace, Optional<BuildCheck> check, Progress progress) {
    this.workspace = workspace;
    this.check = check;
    this.progress = progress;
  }

  /** Whether a build is wanted that cannot be had. */
  static boolean isImpossible(Request request) {
    return request.switches().isBuilding() && sdk(request.environment()).isEmpty();
  }

  static ResultBuild of(Request request, Workspace workspace, FileTree tree, Progress progress)
      throws IOException {
    Optional<DotnetSdk> sdk =
        request.switches().isBuilding() ? sdk(request.environment()) : Optional.empty();
    Optional<BuildCheck> check =
        sdk.isPresent() ? Optional.of(BuildCheck.of(sdk.get(), tree)) : Optional.empty();
    return new ResultBuild(workspace, check, progress);
  }

  private static Optional<DotnetSdk> sdk(Map<String, String> environment) {
    return DotnetSdk.find(environment);
  }

  /** Errors of a build of the app and its tests; empty where none was asked for. */
  Optional<List<Diagnostic>> build(Project app) throws IOException {
    if (check.isEmpty()) {
      return Optional.empty();
    }
    progress.report("building " + app.path());
    return Optional.of(check.get().build(app.path(), tests(app)));
  }

  /** Errors of build, unit tests and publishing; empty where none was asked for. */
  Optional<List<Diagnostic>> buildTestAndPublish(Project app) throws IOException {
    if (check.isEmpty()) {
      return Optional.empty();
    }
    progress.report("building, testing and publishing " + app.path());
    return Optional.of(check.get().buildTestAndPublish(app.path(), tests(app)));
  }

  private List<String> tests(Project app) {
    return workspace.testsOf(app).stream().map(Project::path).toList();
  }

  @Override
  public void close() throws IOException {
    if (check.isPresent()) {
      check.get().close();
    }
  }
}
