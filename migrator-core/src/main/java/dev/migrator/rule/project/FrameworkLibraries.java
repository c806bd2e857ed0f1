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
import java.util.function.Predicate;

/**
 * Lifts libraries of the .NET Framework to the framework of their app, which otherwise takes them
 * with a warning (NU1702) and finds out when it runs what .NET lacks; and those of .NET Core 1 and
 * 2, which the SDK of .NET 10 only builds with a reference package that its audit reports (NU1903).
 * Where another project needs the library, it is built for both (core-model 1.2).
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
    SortedSet<String> ofApps = neededBy(conversion.app(), project -> !staysBesideApps(project));
    String target = conversion.options().targetFramework();
    for (CodeBase library : conversion.app().libraries()) {
      Project project = library.project();
      boolean isCore = isOfFirstCore(project) && !ofApps.contains(project.path());
      if ((project.isOfNetFramework() || isCore) && project.isSdkStyle()) {
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

  private static boolean isOfFirstCore(Project project) {
    return !project.targetFrameworks().isEmpty()
        && project.targetFrameworks().stream()
            .allMatch(framework -> framework.matches("(?i)netcoreapp[12]\\.\\d"));
  }

  /** An app of functions blocks where its library is edited for the .NET Framework's sake. */
  private static boolean staysBesideApps(Project project) {
    return project.kind() != ProjectKind.FUNCTION_APP_IN_PROCESS;
  }

  /** Libraries that a project needs which stays, or another such library. */
  static SortedSet<String> shared(FunctionApp app) {
    return neededBy(app, FrameworkLibraries::staysBesideApps);
  }

  private static SortedSet<String> neededBy(FunctionApp app, Predicate<Project> projects) {
    SortedSet<String> shared = new TreeSet<>();
    app.otherProjects().stream()
        .filter(projects)
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
