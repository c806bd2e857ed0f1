package dev.migrator.rule.deployment;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Takes the folder {@code bin} of an earlier build out of the repository where it holds {@code
 * extensions.json}: a host that finds it finds no function (core-model T21).
 */
public final class TrackedOutputs implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0604", "No earlier build lies in the repository", Step.DEPLOYMENT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    List<String> built = app.otherFiles().stream().filter(path -> path.startsWith("bin/")).toList();
    Optional<String> extensions =
        built.stream().filter(path -> path.endsWith("/extensions.json")).findFirst();
    if (app.functions().isEmpty() || extensions.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    boolean isUsed = app.project().file().source().text().matches("(?is).*\\bbin[\\\\/].*");
    outcome.finding(finding(app, extensions.get(), isUsed));
    if (!isUsed) {
      built.forEach(
          path -> outcome.deletion(new Deletion(app.project().pathBeside(path), INFO.id())));
    }
    return outcome.build();
  }

  private static Diagnostic finding(FunctionApp app, String extensions, boolean isUsed) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        isUsed ? Severity.MANUAL : Severity.INFO,
        Location.ofFile(app.project().pathBeside(extensions)),
        "`"
            + extensions
            + "` is part of an earlier build: a host that reads it finds no function"
            + (isUsed ? ", and the project uses the folder" : "; the folder bin is deleted"),
        isUsed
            ? "delete the file from the repository, and deploy to an empty folder"
            : "deploy to an empty folder");
  }
}
