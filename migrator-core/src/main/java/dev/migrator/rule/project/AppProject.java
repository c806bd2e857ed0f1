package dev.migrator.rule.project;

import dev.migrator.edit.Edit;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildSdk;
import java.util.List;

/**
 * Makes the project of an app a program of its own: target framework, host version 4, {@code
 * <OutputType>Exe</OutputType>}; switches of the in-process build go (core-model 1).
 */
public final class AppProject implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0101", "The project is a program for the isolated worker", Step.CODE);

  private static final List<String> GONE =
      List.of(
          "FunctionsInDependencies",
          "_FunctionsSkipCleanOutput",
          "FunctionsSkipCleanOutput",
          "FunctionsPreservedDependencies",
          "SkipFunctionsDepsCopy",
          "GenerateFunctionsJsonOnBuild");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    Project project = conversion.app().project();
    PropertyEdits properties = new PropertyEdits(project, INFO.id());
    outcome.edits(properties.framework(conversion.options().targetFramework()));
    if (project.azureFunctionsVersion().isPresent()) {
      outcome.edits(properties.set("AzureFunctionsVersion", "v4"));
    }
    outcome.edits(properties.set("OutputType", "Exe"));
    outcome.edits(properties.newGroup());
    outcome.edits(properties.remove(GONE));
    project.file().sdks().stream()
        .filter(sdk -> sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.Web"))
        .forEach(sdk -> outcome.edit(plainSdk(project, sdk)));
    return outcome.build();
  }

  private static Edit plainSdk(Project project, MsBuildSdk sdk) {
    return MsBuildEdits.in(project.file(), INFO.id()).replaceValue(sdk, "Microsoft.NET.Sdk");
  }
}
