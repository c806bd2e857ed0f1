package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.HostTests.LeftOut;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Leaves files of tests out of the build that call functions in a host of their own, {@code
 * IJobHost.CallAsync}: the worker has no such host, and without the files the other tests build
 * (core-model 10).
 */
public final class LeftOutTests implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0116", "Tests that need the host are left out of the build", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    Map<CodeBase, List<NewItem>> items = new LinkedHashMap<>();
    for (LeftOut leftOut : conversion.leftOutTests()) {
      Project project = leftOut.tests().project();
      NewItem item =
          new NewItem("Compile", "Remove", relative(project, leftOut.file().source()), List.of());
      items.merge(leftOut.tests(), List.of(item), LeftOutTests::joined);
      outcome.finding(finding(leftOut));
    }
    items.forEach((tests, removed) -> edit(tests.project(), removed, outcome));
    return outcome.build();
  }

  private static List<NewItem> joined(List<NewItem> some, List<NewItem> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void edit(Project project, List<NewItem> items, RuleOutcome.Builder outcome) {
    MsBuildEdits edits = MsBuildEdits.in(project.file(), INFO.id());
    project.file().root().ifPresent(root -> outcome.edit(edits.insertItemGroup(root, items)));
  }

  private static String relative(Project project, SourceFile file) {
    String folder = project.directory().isEmpty() ? "" : project.directory() + "/";
    return file.path().startsWith(folder) ? file.path().substring(folder.length()) : file.path();
  }

  private static Diagnostic finding(LeftOut leftOut) {
    SourceFile source = leftOut.file().source();
    return Diagnostic.of(
        Code.TEST_LEFT_OUT,
        source.location(leftOut.reference().span().start()),
        source.path()
            + " calls functions in a host of its own, which the worker does not have: it was left"
            + " out of the build of "
            + leftOut.tests().project().path(),
        "call the methods of the functions with objects of your own, and take the line `Compile"
            + " Remove` out of the project");
  }
}
