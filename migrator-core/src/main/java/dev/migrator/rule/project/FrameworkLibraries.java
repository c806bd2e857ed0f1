package dev.migrator.rule.project;

import static java.util.stream.Collectors.toSet;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lifts libraries of the .NET Framework to the framework of their app, which otherwise takes them
 * with a warning (NU1702) and finds out when it runs what .NET lacks. Where another project needs
 * the library, it is built for both (core-model 1.2).
 */
public final class FrameworkLibraries implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0117", "Libraries of the .NET Framework follow their app", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    SortedSet<String> shared = shared(conversion.app());
    String target = conversion.options().targetFramework();
    for (CodeBase library : conversion.app().libraries()) {
      Project project = library.project();
      if (project.isOfNetFramework() && project.isSdkStyle()) {
        PropertyEdits properties = new PropertyEdits(project, INFO.id());
        outcome.edits(
            shared.contains(project.path())
                ? properties.frameworkBeside(project.targetFrameworks(), target)
                : properties.framework(target));
        outcome.edits(properties.newGroup());
      }
    }
    return outcome.build();
  }

  /** Libraries that a project needs which stays, or another such library. */
  static SortedSet<String> shared(FunctionApp app) {
    SortedSet<String> shared = new TreeSet<>();
    app.otherProjects().stream()
        .filter(project -> project.kind() != ProjectKind.FUNCTION_APP_IN_PROCESS)
        .forEach(project -> references(project, app, shared));
    return shared;
  }

  private static void references(Project project, FunctionApp app, SortedSet<String> shared) {
    Set<String> referenced =
        project.items().projects().stream().map(ProjectReference::path).collect(toSet());
    app.libraries().stream()
        .map(CodeBase::project)
        .filter(library -> referenced.contains(library.path()))
        .filter(library -> shared.add(library.path()))
        .forEach(library -> references(library, app, shared));
  }
}
