package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import java.util.stream.Stream;

/**
 * Makes a project file of the old style one of the SDK style that says the same, which .NET needs;
 * {@code packages.config} goes, its packages are referenced by the project (core-model 16).
 */
public final class SdkStyle implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0107", "The project file is of the SDK style", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    Project app = conversion.app().project();
    Stream.concat(conversion.app().libraries().stream(), conversion.app().tests().stream())
        .map(CodeBase::project)
        .filter(project -> !project.isSdkStyle() && project.kind().isCSharp())
        .forEach(project -> outcome.finding(other(project)));
    if (!app.isSdkStyle()) {
      outcome.add(new OldProject(conversion, INFO.id()).outcome());
      outcome.finding(
          Diagnostic.of(
              Code.SDK_STYLE,
              Location.ofFile(app.path()),
              app.path() + " is written in the SDK style now",
              "build and publish it once as before; files that only the pipeline copied are not"
                  + " part of it"));
    }
    return outcome.build();
  }

  private static Diagnostic other(Project project) {
    return Diagnostic.of(
        Code.OLD_PROJECT_PART,
        Location.ofFile(project.path()),
        project.path() + " is a project of the old style that the app stands on or that tests it",
        "write it in the SDK style, for a framework that the app and its other users can reference,"
            + " and run again");
  }
}
