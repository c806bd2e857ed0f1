package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.msbuild.MsBuildMetadata;
import java.util.List;

/**
 * Lets the worker find functions that a generator of the app emits: the generators of its SDK do
 * not see each other's results, the build and the start do (core-model 2.1).
 */
public final class FunctionGenerators implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0108", "Functions of a generator are found at run time", Step.CODE);

  private static final List<String> SWITCHES =
      List.of("FunctionsEnableExecutorSourceGen", "FunctionsEnableWorkerIndexing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    List<ProjectReference> emitting =
        app.project().items().projects().stream()
            .filter(FunctionGenerators::isAnalyzer)
            .filter(reference -> emitsFunctions(reference, app))
            .toList();
    if (emitting.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    PropertyEdits properties = new PropertyEdits(app.project(), INFO.id());
    SWITCHES.forEach(name -> outcome.edits(properties.set(name, "false")));
    outcome.edits(properties.newGroup());
    emitting.forEach(reference -> outcome.finding(finding(reference)));
    return outcome.build();
  }

  private static boolean isAnalyzer(ProjectReference reference) {
    return reference
        .item()
        .metadata("OutputItemType")
        .map(MsBuildMetadata::value)
        .filter("Analyzer"::equalsIgnoreCase)
        .isPresent();
  }

  /** Whether the name of the attribute stands in what the generator writes. */
  private static boolean emitsFunctions(ProjectReference reference, FunctionApp app) {
    return app.libraries().stream()
        .filter(library -> isProject(library.project(), reference))
        .map(CodeBase::files)
        .flatMap(List::stream)
        .anyMatch(file -> file.source().text().contains("FunctionName"));
  }

  private static boolean isProject(Project project, ProjectReference reference) {
    return project.path().equals(reference.path());
  }

  private static Diagnostic finding(ProjectReference reference) {
    return Diagnostic.of(
        Code.FUNCTIONS_OF_GENERATOR,
        reference.file().source().location(reference.item().span().start()),
        "the generator " + reference.path() + " writes functions with [FunctionName]",
        "let it write [Function] and the attributes of the worker, and compare the functions that"
            + " the host lists");
  }
}
