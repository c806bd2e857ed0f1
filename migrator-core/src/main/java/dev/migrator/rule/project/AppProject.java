package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.GeneratedNamespace;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.rule.startup.ProgramFile;
import dev.migrator.source.Location;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildItem;
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

  private static final List<String> GONE_ITEMS =
      List.of("FunctionsPreservedDependencies", "FunctionsPreservedDependency");

  /** What Azure.Functions.Sdk sets itself. */
  private static final List<String> OF_FUNCTIONS_SDK =
      List.of("AzureFunctionsVersion", "OutputType");

  /** The in-process SDK said no; {@code dotnet pack} on a solution would pack the app now. */
  private static final String PACKABLE = "IsPackable";

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
    if (project.isOfNetFramework()) {
      outcome.finding(leftFramework(project, conversion.options().targetFramework()));
    }
    if (conversion.options().functionsSdk()) {
      outcome.edits(properties.remove(OF_FUNCTIONS_SDK));
      outcome.add(FunctionsSdk.of(conversion, INFO.id()));
    } else {
      if (project.azureFunctionsVersion().isPresent()) {
        outcome.edits(properties.set("AzureFunctionsVersion", "v4"));
      }
      outcome.edits(properties.set("OutputType", "Exe"));
      if (project.properties().assignments(PACKABLE).isEmpty()) {
        outcome.edits(properties.set(PACKABLE, "false"));
      }
    }
    if (project.kind() == ProjectKind.FUNCTION_APP_IN_PROCESS
        && EntryPoints.areIn(conversion.app().code())) {
      outcome.edits(
          properties.set(
              "StartupObject",
              conversion.generatedNamespace() + "." + ProgramFile.className(conversion)));
    }
    String root = project.rootNamespace().replace('-', '_');
    if (!GeneratedNamespace.legal(root).equals(root)) {
      outcome.edits(
          properties.set("FunctionsGeneratedCodeNamespace", GeneratedNamespace.legal(root)));
    }
    outcome.edits(properties.newGroup());
    outcome.edits(properties.remove(GONE));
    project.file().sdks().stream()
        .filter(sdk -> sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.Web"))
        .forEach(
            sdk -> {
              if (!conversion.options().functionsSdk()) {
                outcome.edit(plainSdk(project, sdk));
              }
              outcome.finding(webSdk(project, sdk));
            });
    outcome.edits(
        MsBuildEdits.in(project.file(), INFO.id())
            .removeAll(
                project.file().items().stream()
                    .filter(item -> GONE_ITEMS.stream().anyMatch(item::isType))
                    .map(MsBuildItem::element)
                    .toList()));
    return outcome.build();
  }

  /** The worker also runs on net48, with less: a choice of the owner (core-model 1 and 16). */
  private static Diagnostic leftFramework(Project project, String target) {
    return Diagnostic.of(
        Code.FRAMEWORK_LEFT,
        Location.ofFile(project.path()),
        "the app was built for the .NET Framework ("
            + String.join(", ", project.targetFrameworks())
            + ") and is built for "
            + target
            + " now",
        "nothing to do where the app starts and its tests pass; what runs on the .NET Framework"
            + " alone can stay there as an isolated app of net48, which is written by hand");
  }

  private static Diagnostic webSdk(Project project, MsBuildSdk sdk) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        Location.ofFile(project.path()),
        "the project is no longer of `" + sdk.name() + "`, which had usings and content of its own",
        "look whether files of wwwroot are still published");
  }

  private static Edit plainSdk(Project project, MsBuildSdk sdk) {
    return MsBuildEdits.in(project.file(), INFO.id()).replaceValue(sdk, "Microsoft.NET.Sdk");
  }
}
