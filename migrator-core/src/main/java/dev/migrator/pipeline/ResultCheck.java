package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionReader;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.contract.ContractLock;
import dev.migrator.model.names.World;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.plan.Planner;
import dev.migrator.report.AppReport.BuildState;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.rule.Options;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.verify.ContractDiff;
import dev.migrator.verify.IsolatedApp;
import dev.migrator.verify.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the result of a conversion before anything is written: parse, contract, what would fail
 * silently, second run.
 */
final class ResultCheck {
  private final Options options;
  private final Planner planner;

  /** What all apps of the run change; of a file that several change, the last version. */
  private final SortedMap<String, FileChange> changes = new TreeMap<>();

  /**
   * A check.
   *
   * @param run the apps that are converted with the checked one, whose results it may stand on
   */
  ResultCheck(Options options, Planner planner, List<PlannedApp> run) {
    this.options = options;
    this.planner = planner;
    run.stream().filter(app -> !app.isBlocked()).forEach(app -> changes.putAll(app.finalChanges()));
  }

  /**
   * What the check found.
   *
   * @param findings errors, and parts of the contract that cannot be told
   * @param contract before against after
   * @param lock what verify compares later states with; of an incomplete result, the state before
   * @param build whether the .NET SDK was asked
   * @param after the app as it was read from the result
   */
  record Checked(
      List<Diagnostic> findings,
      ContractState contract,
      ContractLock lock,
      BuildState build,
      FunctionApp after) {
    Checked {
      findings = List.copyOf(findings);
    }

    boolean isGood() {
      return findings.stream().noneMatch(Diagnostic::isError);
    }

    /** The same with what a build said; empty where none ran. */
    Checked with(Optional<List<Diagnostic>> buildErrors) {
      List<Diagnostic> all = new ArrayList<>(findings);
      buildErrors.ifPresent(all::addAll);
      return new Checked(all, contract, lock, Reports.state(buildErrors), after);
    }
  }

  Checked check(PlannedApp planned) {
    SortedMap<String, FileChange> all = new TreeMap<>(changes);
    all.putAll(planned.finalChanges());
    FileTree after = EditedTree.of(planned.base(), all);
    Workspace workspace = Discovery.discover(after, planned.path());
    Project project =
        workspace
            .project(planned.path())
            .orElseThrow(() -> new IllegalStateException(planned.path()));
    ParsedFiles files = planned.files().with(after, all.keySet());
    AppReader.Reading reading =
        new AppReader(workspace, files, World.ISOLATED, path -> true, options.maps()).read(project);
    List<Diagnostic> findings = new ArrayList<>();
    reading.problems().stream()
        .filter(Diagnostic::isBlocker)
        .forEach(problem -> findings.add(doesNotParse(problem)));
    changedFiles(planned, reading).forEach(file -> syntaxErrors(planned, file, findings));
    Contract now =
        Contract.of(reading.app().functions(), project.assemblyFile(), ProgrammingModel.ISOLATED);
    Contract before = contractBefore(planned);
    ContractDiff diff = ContractDiff.of(before, now, options.maps());
    contractFindings(planned, diff, findings);
    List<String> neverRan = neverRan(planned);
    findings.addAll(IsolatedApp.check(reading.app(), Set.copyOf(neverRan)));
    if (!planned.isIncomplete()) {
      secondRun(planned, after, workspace, files, findings);
    }
    ContractLock lock =
        new ContractLock(
            planned.isIncomplete() ? before : now, Registrations.of(reading.app()), neverRan);
    return new Checked(findings, Reports.state(diff), lock, BuildState.NOT_RUN, reading.app());
  }

  /** Functions that are as dead after the conversion as they were before; FIN0306 names them. */
  private static List<String> neverRan(PlannedApp planned) {
    return planned.app().functions().stream()
        .filter(
            function -> function.neverRan().isPresent() || !function.method().hasModifier("public"))
        .flatMap(function -> function.name().stream())
        .sorted()
        .toList();
  }

  /**
   * In-process functions, and in an app that was converted before, the isolated ones too. Those of
   * a file that a rule takes away as a whole are left out: the rule says who stands for them.
   */
  private static Contract contractBefore(PlannedApp planned) {
    CodeBase code = planned.app().code();
    Set<String> gone =
        planned.plan().deletions().stream()
            .map(RuleOutcome.Deletion::path)
            .collect(Collectors.toUnmodifiableSet());
    List<Function> functions =
        Stream.concat(
                planned.app().functions().stream(),
                FunctionReader.read(
                    code.files(), code.names(), code.constants(), ProgrammingModel.ISOLATED)
                    .stream())
            .filter(function -> !gone.contains(function.file().source().path()))
            .toList();
    return Contract.of(functions, code.project().assemblyFile(), ProgrammingModel.IN_PROCESS);
  }

  private static Stream<CSharpFile> changedFiles(PlannedApp planned, AppReader.Reading reading) {
    return reading
        .app()
        .files()
        .filter(file -> planned.finalChanges().containsKey(file.source().path()));
  }

  /** Errors that were there before, in bodies that nobody touched, are no fault of the result. */
  private static void syntaxErrors(PlannedApp planned, CSharpFile file, List<Diagnostic> findings) {
    String path = file.source().path();
    int before =
        planned
            .app()
            .files()
            .filter(old -> old.source().path().equals(path))
            .findFirst()
            .map(old -> old.errors().size())
            .orElse(0);
    file.errors().stream()
        .skip(before)
        .findFirst()
        .ifPresent(
            error -> findings.add(doesNotParse(AppReader.syntaxProblem(file.source(), error))));
  }

  private static Diagnostic doesNotParse(Diagnostic problem) {
    return Diagnostic.of(
        Code.RESULT_DOES_NOT_PARSE, problem.at(), problem.message(), "report this as a bug");
  }

  private static void contractFindings(
      PlannedApp planned, ContractDiff diff, List<Diagnostic> findings) {
    Location at = Location.ofFile(planned.path());
    String advice =
        planned.isIncomplete()
            ? "convert what the blockers name by hand, then run verify"
            : "report this as a bug; the branch is not checked out";
    diff.differences()
        .forEach(
            difference ->
                findings.add(
                    Diagnostic.of(Code.CONTRACT_DRIFT, at, String.valueOf(difference), advice)));
    diff.unknown()
        .forEach(
            unknown ->
                findings.add(
                    Diagnostic.of(
                        Code.CONTRACT_UNRESOLVED,
                        at,
                        String.valueOf(unknown),
                        "compare this part by hand")));
  }

  private void secondRun(
      PlannedApp planned,
      FileTree after,
      Workspace workspace,
      ParsedFiles files,
      List<Diagnostic> findings) {
    AppPlanning again =
        new AppPlanning(after, workspace, files, options, path -> true, false, planner);
    PlannedApp second = again.plan(workspace.project(planned.path()).orElseThrow());
    if (!second.plan().isEmpty()) {
      findings.add(
          Diagnostic.of(
              Code.NOT_IDEMPOTENT,
              Location.ofFile(planned.path()),
              "a second run would change the result: "
                  + String.join(", ", second.plan().edits().paths()),
              "report this as a bug"));
    }
  }
}
