package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.git.GitRepository;
import dev.migrator.git.RunRecord;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.contract.ContractLock;
import dev.migrator.model.names.World;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.Workspace;
import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.report.AppReport.Status;
import dev.migrator.report.RunReport;
import dev.migrator.source.Location;
import dev.migrator.verify.ContractDiff;
import dev.migrator.verify.IsolatedApp;
import dev.migrator.verify.Registrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code verify}: isolated apps against their locks, and for what would fail silently. */
final class VerifyRun {
  private static final String COMMAND = "verify";

  private final Request request;
  private final Progress progress;

  VerifyRun(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  Result run() {
    try (RunInput input = RunInput.ofWorkTree(request.path(), request.environment())) {
      return run(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result run(RunInput input) throws IOException {
    Workspace workspace = Discovery.discover(input.tree(), input.start());
    ParsedFiles files = ParsedFiles.of(input.tree());
    if (ResultBuild.isImpossible(request)) {
      return Result.refused(COMMAND, List.of(ResultBuild.NO_SDK));
    }
    List<AppReport> reports = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    try (ResultBuild build = ResultBuild.of(request, workspace, input.tree(), progress)) {
      for (Project app : AppPlanning.chosenApps(workspace, request.appGlob())) {
        if (isIsolated(app)) {
          progress.report("verifying " + app.path());
          Optional<ContractLock> lock = lock(app, input).map(ContractLock::parse);
          if (lock.isEmpty()) {
            messages.add(app.path() + " has no contract lock: only the app itself was checked");
          }
          reports.add(verify(app, lock, workspace, files, build));
        }
      }
    }
    RunReport report = new RunReport(COMMAND, reports, Optional.empty());
    if (reports.isEmpty()) {
      return new Result(
          ExitCode.NOTHING_TO_CONVERT,
          report,
          List.of("nothing to verify: no isolated function app here"),
          List.of());
    }
    boolean isGood = reports.stream().noneMatch(app -> app.status() == Status.FAILED);
    return new Result(
        isGood ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED, report, messages, List.of());
  }

  /** Also one that has packages of both models: a merge may have brought the old ones back. */
  private static boolean isIsolated(Project app) {
    return app.kind() == ProjectKind.FUNCTION_APP_ISOLATED
        || app.items().packages().stream()
            .anyMatch(reference -> reference.hasIdPrefix("Microsoft.Azure.Functions.Worker"));
  }

  private AppReport verify(
      Project project,
      Optional<ContractLock> lock,
      Workspace workspace,
      ParsedFiles files,
      ResultBuild build)
      throws IOException {
    long start = System.nanoTime();
    AppReader.Reading reading =
        new AppReader(workspace, files, World.ISOLATED, path -> true, request.options().maps())
            .read(project);
    FunctionApp app = reading.app();
    List<Diagnostic> findings = new ArrayList<>(reading.problems());
    findings.addAll(
        IsolatedApp.check(app, lock.map(l -> Set.copyOf(l.neverRan())).orElse(Set.of())));
    ContractState state = lock.map(l -> compare(l, app, findings)).orElse(ContractState.UNKNOWN);
    Optional<List<Diagnostic>> buildErrors = build.buildTestAndPublish(project);
    buildErrors.ifPresent(findings::addAll);
    boolean isGood =
        findings.stream().noneMatch(finding -> finding.isError() || finding.isBlocker());
    return new AppReport(
        project.path(),
        isGood ? Status.UNCHANGED : Status.FAILED,
        app.functions().size(),
        List.of(),
        findings,
        state,
        Reports.state(buildErrors),
        (System.nanoTime() - start) / 1_000_000,
        Optional.empty());
  }

  private ContractState compare(ContractLock lock, FunctionApp app, List<Diagnostic> findings) {
    findings.addAll(Registrations.missing(lock.registrations(), app));
    Contract now =
        Contract.of(app.functions(), app.project().assemblyFile(), ProgrammingModel.ISOLATED);
    ContractDiff diff = ContractDiff.of(lock.contract(), now, request.options().maps());
    diff.differences()
        .forEach(
            difference ->
                findings.add(
                    Diagnostic.of(
                        Code.CONTRACT_DRIFT,
                        Location.ofFile(app.project().path()),
                        difference + " (against the contract lock)",
                        "restore it, or convert again when the change is wanted")));
    return Reports.state(diff);
  }

  /** The committed lock first, then the one of the last run in this clone. */
  private static Optional<String> lock(Project project, RunInput input) throws IOException {
    String name = LockName.of(project.path());
    Optional<byte[]> committed = input.tree().read(LockName.committed(project.path()));
    if (committed.isPresent()) {
      return committed.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
    Optional<GitRepository> repository = input.repository();
    return repository.isPresent() ? RunRecord.of(repository.get()).read(name) : Optional.empty();
  }
}
