package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.msbuild.MsBuildAttribute;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.MsBuildSdk;
import java.util.List;
import java.util.Optional;

/**
 * A project of Azure.Functions.Sdk ({@code --sdk-style functions}): {@code <Project
 * Sdk="Azure.Functions.Sdk/1.0.0">}. The SDK has every JSON and configuration file as content
 * already, so that {@code Include} becomes {@code Update} (core-model 0, 1).
 */
final class FunctionsSdk {
  private static final String ID = "Azure.Functions.Sdk";

  private FunctionsSdk() {}

  static RuleOutcome of(Conversion conversion, String ruleId) {
    Project project = conversion.app().project();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    List<MsBuildSdk> sdks = project.file().sdks();
    if (sdks.size() != 1 || sdks.get(0).form() != MsBuildSdk.Form.PROJECT_ATTRIBUTE) {
      return outcome.finding(otherForm(project)).build();
    }
    if (!sdks.get(0).name().equalsIgnoreCase(ID)) {
      String sdk = ID + "/" + conversion.version(ID);
      outcome.edit(MsBuildEdits.in(project.file(), ruleId).replaceValue(sdks.get(0), sdk));
    }
    project.file().items().stream()
        .filter(
            item ->
                item.isType("Content")
                    && item.include().filter(FunctionsSdk::isContent).isPresent())
        .flatMap(item -> updated(item, project.file().source(), ruleId).stream())
        .forEach(outcome::edit);
    published(conversion.app()).ifPresent(outcome::finding);
    return outcome.build();
  }

  private static boolean isContent(String specification) {
    return specification.matches("(?i)(?:.*\\.(?:json|config);?)+")
        && !specification.matches("(?i)Properties[\\\\/].*");
  }

  private static Optional<Edit> updated(MsBuildItem item, SourceFile source, String ruleId) {
    return item.element().attributes().stream()
        .filter(attribute -> attribute.name().equals("Include"))
        .findFirst()
        .map(include -> Edit.replace(source.path(), nameOf(include), "Update", ruleId));
  }

  private static Span nameOf(MsBuildAttribute attribute) {
    int start = attribute.span().start();
    return new Span(start, start + attribute.name().length());
  }

  /** Files that the project did not publish before. */
  private static Optional<Diagnostic> published(FunctionApp app) {
    List<String> files =
        app.otherFiles().stream()
            .filter(path -> path.matches("(?i).*\\.(?:json|config)"))
            .filter(path -> !path.matches("(?i)(?:(?:Properties|bin|obj)/|(?:.*/)?\\.).*"))
            .filter(path -> !path.matches("(?i)(?:host|local\\.settings|global)\\.json"))
            .toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                Code.WORKS_DIFFERENTLY,
                Severity.WARNING,
                Location.ofFile(app.project().path()),
                ID + " publishes every JSON and configuration file: " + String.join(", ", files),
                "look that none of them is secret; `None` items do not keep them back any more"));
  }

  private static Diagnostic otherForm(Project project) {
    return Diagnostic.of(
        Code.PROJECT_KIND_UNSUPPORTED,
        Location.ofFile(project.path()),
        project.path() + " does not name one SDK in <Project Sdk=\"...\">",
        "write it so, or convert without --sdk-style functions");
  }
}
