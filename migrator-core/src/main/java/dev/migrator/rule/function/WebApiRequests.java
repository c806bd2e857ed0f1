package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Statement;
import dev.migrator.syntax.csharp.UsingDirective;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the configuration of Web API from the requests of tests: what answers a message in the
 * worker does not ask for it (core-model 10).
 */
public final class WebApiRequests implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0364", "Requests of tests need no Web API", Step.CODE);

  private static final Pattern NAMESPACE = Pattern.compile("System\\.Web\\.Http(?:\\.Hosting)?");

  /** What the namespaces hold besides, as far as tests of functions name it. */
  private static final Pattern OF_WEB_API =
      Pattern.compile(
          "\\b(?:Http(?:Configuration|PropertyKeys|ResponseException|Error|Server|RouteCollection"
              + "|RequestContext)|ApiController|IHttpActionResult|GlobalConfiguration"
              + "|CreateErrorResponse|\\w+Result)\\b");

  private static final List<String> PACKAGES =
      List.of("Microsoft.AspNet.WebApi.Core", "Microsoft.AspNet.WebApi");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase tests : conversion.app().tests()) {
      boolean isChanged = false;
      boolean isFree = true;
      for (CSharpFile file : tests.files()) {
        List<Statement> setUp = WebApiSetUp.in(file, tests);
        boolean isUsed = isUsed(file, setUp);
        setUp.forEach(statement -> outcome.edit(Removal.ofLines(statement, INFO.id())));
        if (!setUp.isEmpty() && !isUsed) {
          usings(file).stream()
              .filter(using -> !tests.isGone(using.name().dottedName()))
              .forEach(using -> outcome.edit(Removal.ofLines(using, INFO.id())));
        }
        isChanged |= !setUp.isEmpty();
        isFree &= usings(file).isEmpty() || !setUp.isEmpty() && !isUsed;
      }
      if (isChanged && isFree) {
        outcome.edits(packages(tests));
      }
    }
    return outcome.build();
  }

  private static List<UsingDirective> usings(CSharpFile file) {
    return file.root().usings().stream()
        .filter(UsingDirective::opensNamespace)
        .filter(using -> NAMESPACE.matcher(using.name().dottedName()).matches())
        .toList();
  }

  /** Whether something of the namespaces is left without the statements. */
  private static boolean isUsed(CSharpFile file, List<Statement> setUp) {
    return OF_WEB_API
        .matcher(file.source().text())
        .results()
        .anyMatch(
            found ->
                setUp.stream()
                    .noneMatch(
                        statement ->
                            statement.span().start() <= found.start()
                                && found.end() <= statement.span().end()));
  }

  private static List<Edit> packages(CodeBase tests) {
    return MsBuildEdits.in(tests.project().file(), INFO.id())
        .removeAll(
            tests.project().items().packages().stream()
                .filter(tests.project()::isOwn)
                .filter(reference -> PACKAGES.stream().anyMatch(reference::hasId))
                .map(PackageReference::item)
                .map(item -> item.element())
                .toList());
  }
}
