package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.git.CommitDate;
import dev.migrator.git.CommitPlan;
import dev.migrator.git.CommitWriter;
import dev.migrator.git.GitRepository;
import dev.migrator.git.Identity;
import dev.migrator.git.Landing;
import dev.migrator.git.Outcome;
import dev.migrator.git.Recovery;
import dev.migrator.git.Refusal;
import dev.migrator.git.RefusalCheck;
import dev.migrator.git.RunRecord;
import dev.migrator.git.Written;
import dev.migrator.model.project.Workspace;
import dev.migrator.report.AppReport;
import dev.migrator.report.JsonReport;
import dev.migrator.report.RunReport;
import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code convert}: plans every app, checks the results, writes the commits. */
final class ConvertRun {
  static final String BRANCH = "migrate/isolated";
  private static final String COMMAND = "convert";

  private final Request request;
  private final Progress progress;

  ConvertRun(Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  Result run() {
    try {
      Path path = request.path();
      if (request.output().isPresent()) {
        if (ResultBuild.isImpossible(request)) {
          return Result.refused(COMMAND, List.of(ResultBuild.NO_SDK));
        }
        Outcome<Path> copied = OutputFolder.copy(request);
        if (copied.refusal().isPresent()) {
          return Result.refused(COMMAND, List.of(copied.refusal().get().toString()));
        }
        path = copied.value().orElseThrow();
      }
      Optional<Refusal> unfinished = recover(path);
      if (unfinished.isPresent()) {
        return Result.refused(COMMAND, List.of(unfinished.get().toString()));
      }
      try (RunInput input = RunInput.open(path, request.environment())) {
        return run(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finishes or takes back what a killed run left. */
  private Optional<Refusal> recover(Path path) throws IOException {
    Outcome<GitRepository> opening = GitRepository.openOnly(path, request.environment());
    if (opening.value().isEmpty()) {
      return Optional.empty();
    }
    try (GitRepository repository = opening.value().get()) {
      return Recovery.run(repository).refusal();
    }
  }

  private Result run(RunInput input) throws IOException {
    AppPlanning planning = AppPlanning.of(input, request);
    List<PlannedApp> planned = planning.planAll(request.appGlob(), progress);
    Set<String> pointers = lfsPointers(input, planning.workspace(), planned);
    if (pointers.isEmpty() && planned.stream().allMatch(PlannedApp::isUnchanged)) {
      return NothingToConvert.result(COMMAND, planning.workspace(), planned, input);
    }
    List<Refusal> refusals = refusals(input, planned, pointers);
    if (refusals.isEmpty() && ResultBuild.isImpossible(request)) {
      return Result.refused(COMMAND, List.of(ResultBuild.NO_SDK));
    }
    if (!refusals.isEmpty()) {
      return Result.refused(COMMAND, refusals.stream().map(Refusal::toString).toList());
    }
    return convert(input, planned, planning);
  }

  /** Files that cannot be read because git has only a pointer to them. */
  private static Set<String> lfsPointers(
      RunInput input, Workspace workspace, List<PlannedApp> planned) {
    Stream<String> ofProjects =
        NothingToConvert.problems(workspace).map(problem -> problem.at().path());
    Stream<String> ofSources =
        planned.stream()
            .flatMap(app -> app.findings().stream())
            .filter(Diagnostic::isBlocker)
            .map(finding -> finding.at().path());
    return input.repository().stream()
        .flatMap(git -> Stream.concat(ofProjects, ofSources).filter(git.tree()::isLfsPointer))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Refusal> refusals(RunInput input, List<PlannedApp> planned, Set<String> pointers)
      throws IOException {
    if (input.refusal().isPresent()) {
      return List.of(input.refusal().get());
    }
    GitRepository repository = input.repository().orElseThrow();
    SortedSet<String> paths = new TreeSet<>(pointers);
    planned.stream()
        .filter(app -> !app.isBlocked())
        .forEach(app -> paths.addAll(app.finalChanges().keySet()));
    paths.removeAll(input.untracked());
    List<Refusal> refusals = new ArrayList<>(RefusalCheck.check(repository, BRANCH, paths));
    Identity.of(repository, request.author().orElse(null)).refusal().ifPresent(refusals::add);
    date().refusal().ifPresent(refusals::add);
    return refusals;
  }

  private Outcome<CommitDate> date() {
    return CommitDate.of(request.date().orElse(null), request.environment());
  }

  private Result convert(RunInput input, List<PlannedApp> planned, AppPlanning planning)
      throws IOException {
    GitRepository repository = input.repository().orElseThrow();
    List<PlannedApp> ready = planning.inSequence(ready(planned));
    boolean anyBlocked = planned.stream().anyMatch(PlannedApp::isBlocked);
    if (ready.isEmpty() || anyBlocked && request.switches().isAllOrNothing()) {
      return nothingWritten(planned, ready.isEmpty());
    }
    Map<PlannedApp, ResultCheck.Checked> checks = checks(ready, planning, input.tree());
    boolean isGood =
        checks.values().stream().allMatch(ResultCheck.Checked::isGood)
            && ready.stream().noneMatch(PlannedApp::isIncomplete);
    StepCommits commits = new StepCommits(ready, input.untracked(), committedLocks(checks));
    CommitPlan plan =
        new CommitPlan(
            BRANCH,
            repository.headCommit(),
            commits.commits(),
            Identity.of(repository, request.author().orElse(null)).value().orElseThrow(),
            date().value().orElseThrow());
    progress.report("writing " + plan.commits().size() + " commits");
    Outcome<Written> written =
        CommitWriter.of(repository).write(plan, isGood ? Landing.CHECKED_OUT : Landing.BRANCH_ONLY);
    if (written.refusal().isPresent()) {
      return Result.refused(COMMAND, List.of(written.refusal().get().toString()));
    }
    if (isGood) {
      writeUntracked(repository, ready, input);
    }
    return report(repository, planned, checks, commits, written.value().orElseThrow(), isGood);
  }

  private Map<PlannedApp, ResultCheck.Checked> checks(
      List<PlannedApp> ready, AppPlanning planning, FileTree base) throws IOException {
    SortedMap<String, FileChange> changes = new TreeMap<>();
    ready.forEach(app -> changes.putAll(app.finalChanges()));
    FileTree result = EditedTree.of(base, changes);
    ResultCheck check = planning.resultCheck(ready);
    Map<PlannedApp, ResultCheck.Checked> checks = new LinkedHashMap<>();
    try (ResultBuild build = ResultBuild.of(request, planning.workspace(), result, progress)) {
      for (PlannedApp app : ready) {
        progress.report("checking " + app.path());
        ResultCheck.Checked checked = check.check(app);
        checks.put(
            app, checked.isGood() ? checked.with(build.build(app.app().project())) : checked);
      }
    }
    return checks;
  }

  /** By app, as text; none unless they were asked for. */
  private Map<PlannedApp, String> committedLocks(Map<PlannedApp, ResultCheck.Checked> checks) {
    Map<PlannedApp, String> locks = new LinkedHashMap<>();
    if (request.switches().isLockCommitted()) {
      checks.forEach((app, checked) -> locks.put(app, checked.lock().toJson() + "\n"));
    }
    return locks;
  }

  private static List<PlannedApp> ready(List<PlannedApp> planned) {
    return planned.stream().filter(app -> !app.isBlocked() && !app.isUnchanged()).toList();
  }

  private static Result nothingWritten(List<PlannedApp> planned, boolean isNoneReady) {
    String who = isNoneReady ? "every selected app" : "one app of all or nothing";
    return new Result(
        ExitCode.BLOCKED,
        new RunReport(
            COMMAND, planned.stream().map(Reports::notWritten).toList(), Optional.empty()),
        List.of(who + " is blocked; the findings say how to go on"),
        List.of());
  }

  /** Files that git does not track change in the work tree, and only when that was asked for. */
  private static void writeUntracked(
      GitRepository repository, List<PlannedApp> ready, RunInput input) throws IOException {
    for (PlannedApp app : ready) {
      for (Map.Entry<String, FileChange> change : app.finalChanges().entrySet()) {
        if (input.untracked().contains(change.getKey())) {
          repository.replaceUntracked(change.getKey(), change.getValue().bytes().orElseThrow());
        }
      }
    }
  }

  private Result report(
      GitRepository repository,
      List<PlannedApp> planned,
      Map<PlannedApp, ResultCheck.Checked> checks,
      StepCommits commits,
      Written written,
      boolean isGood)
      throws IOException {
    List<AppReport> reports = new ArrayList<>();
    Map<String, PlannedApp> converted = new TreeMap<>();
    checks.keySet().forEach(app -> converted.put(app.path(), app));
    for (PlannedApp app : planned) {
      PlannedApp done = converted.get(app.path());
      ResultCheck.Checked checked = done == null ? null : checks.get(done);
      reports.add(
          done == null || checked == null
              ? Reports.notWritten(app)
              : Reports.converted(done, checked, commits.reports(done, written)));
    }
    RunReport run = new RunReport(COMMAND, reports, Optional.empty());
    RunRecord record = RunRecord.of(repository);
    record.write("report.json", JsonReport.write(run));
    for (Map.Entry<PlannedApp, ResultCheck.Checked> entry : checks.entrySet()) {
      record.write(LockName.of(entry.getKey().path()), entry.getValue().lock().toJson());
    }
    boolean anyBlocked = planned.stream().anyMatch(PlannedApp::isBlocked);
    ExitCode exitCode =
        !isGood ? ExitCode.VERIFICATION_FAILED : anyBlocked ? ExitCode.PARTLY_DONE : ExitCode.DONE;
    return new Result(exitCode, run, List.of(), next(repository, planned, written));
  }

  private static List<String> next(
      GitRepository repository, List<PlannedApp> planned, Written written) {
    String folder = repository.workTree().toString();
    String base = written.commits().isEmpty() ? "HEAD" : written.commits().get(0).id() + "^";
    List<String> commands = new ArrayList<>();
    commands.add("git -C " + Shell.quoted(folder) + " diff " + base + " " + written.branch());
    planned.stream()
        .filter(app -> !app.isBlocked())
        .forEach(app -> commands.add("dotnet build " + Shell.quoted(folder + "/" + app.path())));
    return commands;
  }
}
