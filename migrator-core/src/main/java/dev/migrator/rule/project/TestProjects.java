package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;

/**
 * Lifts test projects to the framework of the app that they reference; otherwise they no longer
 * restore (NU1201). They land in the commit of the code, without which they would not build. {@link
 * SdkStyle} reports those of the old style.
 */
public final class TestProjects implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0102", "Test projects follow the framework of their app", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase tests : conversion.app().tests()) {
      Project project = tests.project();
      boolean isApart = conversion.app().apart().anyMatch(tests::equals);
      if (!isApart
          && project.isSdkStyle()
          && isLower(project, conversion.options().targetMajor())) {
        PropertyEdits properties = new PropertyEdits(project, INFO.id());
        outcome.edits(properties.framework(conversion.options().targetFramework()));
        outcome.edits(properties.newGroup());
      }
    }
    return outcome.build();
  }

  private static boolean isLower(Project project, int major) {
    return project.targetFrameworks().stream().noneMatch(framework -> isAtLeast(framework, major));
  }

  private static boolean isAtLeast(String framework, int major) {
    return framework.matches("net\\d+\\.0.*")
        && Integer.parseInt(framework.substring(3, framework.indexOf('.'))) >= major;
  }
}
