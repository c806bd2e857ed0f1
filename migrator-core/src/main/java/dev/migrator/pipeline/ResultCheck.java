package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionReader;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.names.World;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.plan.Planner;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.rule.Options;
import dev.migrator.source.EditedTree;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.verify.ContractDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks the result of a conversion before anything is written: parse, contract, second run. */
final class ResultCheck {
  private final Options options;
  private final Planner planner;
  private final ParsedFiles parsedBefore;

  ResultCheck(Options options, Planner planner, ParsedFiles parsedBefore) {
    this.options = options;
    this.planner = planner;
    this.parsedBefore = parsedBefore;
  }

  /**
   * What the check found.
   *
   * @param findings errors, and parts of the contract that cannot be told
   * @param contract before against after
   * @param lock the contract after
   */
  record Checked(List<Diagnostic> findings, ContractState contract, Contract lock) {
    Checked {
      findings = List.copyOf(findings);
    }

    boolean isGood() {
      return findings.stream().noneMatch(Diagnostic::isError);
    }
  }

  Checked check(PlannedApp planned) {
    FileTree after = EditedTree.of(planned.base(), planned.finalChanges());
    Workspace workspace = Discovery.discover(after, planned.path());
    Project project =
        workspace
            .project(planned.path())
            .orElseThrow(() -> new IllegalStateException(planned.path()));
    ParsedFiles files = parsedBefore.with(after, planned.finalChanges().keySet());
    AppReader.Reading reading =
        new AppReader(workspace, files, World.ISOLATED, path -> true).read(project);
    List<Diagnostic> findings = new ArrayList<>();
    reading.problems().stream()
        .filter(Diagnostic::isBlocker)
        .forEach(problem -> findings.add(doesNotParse(problem)));
    changedFiles(planned, reading).forEach(file -> syntaxErrors(file, findings));
    Contract before = contractBefore(planned);
    Contract lock =
        Contract.of(
            reading.app().functions(), project.assemblyName() + ".dll", ProgrammingModel.ISOLATED);
    ContractDiff diff = ContractDiff.of(before, lock);
    contractFindings(planned, diff, findings);
    secondRun(planned, after, workspace, files, findings);
    return new Checked(findings, Reports.state(diff), lock);
  }

  /** In-process functions, and in an app that was converted before, the isolated ones too. */
  private static Contract contractBefore(PlannedApp planned) {
    CodeBase code = planned.app().code();
    List<Function> functions =
        Stream.concat(
                planned.app().functions().stream(),
                FunctionReader.read(
                    code.files(), code.names(), code.constants(), ProgrammingModel.ISOLATED)
                    .stream())
            .toList();
    return Contract.of(
        functions, code.project().assemblyName() + ".dll", ProgrammingModel.IN_PROCESS);
  }

  private static Stream<CSharpFile> changedFiles(PlannedApp planned, AppReader.Reading reading) {
    return reading
        .app()
        .files()
        .filter(file -> planned.finalChanges().containsKey(file.source().path()));
  }

  private static void syntaxErrors(CSharpFile file, List<Diagnostic> findings) {
    file.errors().stream()
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
    diff.differences()
        .forEach(
            difference ->
                findings.add(
                    Diagnostic.of(
                        Code.CONTRACT_DRIFT,
                        at,
                        String.valueOf(difference),
                        "report this as a bug; the branch is not checked out")));
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
    AppPlanning again = new AppPlanning(after, workspace, files, options, path -> true, planner);
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
