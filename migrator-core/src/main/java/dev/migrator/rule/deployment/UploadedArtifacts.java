package dev.migrator.rule.deployment;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.RepositoryText;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the hidden folder {@code .azurefunctions} in what a workflow hands on to the deployment:
 * {@code include-hidden-files: true} of {@code actions/upload-artifact} (operations 2.5, 2.6).
 */
public final class UploadedArtifacts implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0603", "Uploaded artifacts hold hidden folders", Step.DEPLOYMENT);

  private static final String SWITCH = "include-hidden-files";
  private static final Pattern DEPLOYS =
      Pattern.compile("(?im)^[^#\\n]*\\buses:[ \\t]*[\"']?azure/functions-action@");

  /** Versions that hold hidden files without being asked, and do not know the input. */
  private static final Pattern WITH_HIDDEN =
      Pattern.compile(
          "@v(?:[12](?:\\.\\d+)*|3\\.[01](?:\\.\\d+)?|4\\.[0-3](?:\\.\\d+)?)(?![\\w.])");

  /** What builds an app or hands it on; a workflow with nothing of it uploads something else. */
  private static final Pattern BUILDS =
      Pattern.compile(
          "(?i)\\bdotnet\\b|\\bmsbuild\\b|\\bfunctions-action@|\\bfunc azure\\b|\\bcake\\b|\\bnuke\\b"
              + "|\\bbuild\\.(?:sh|ps1|cmd)\\b");

  /** Packages, reports and results of tests: whatever else is built there, no published app. */
  private static final Pattern NO_APP =
      Pattern.compile(
          "(?i)(?:.*/)?TestResults(?:/.*)?|.*\\.(?:s?nupkg|trx|xml|html?|(?:bin)?log|sarif|md|txt)");

  private static final Pattern VERSION = Pattern.compile("@v\\d+(?:\\.\\d+)*(?![\\w.])");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    if (!app.functions().isEmpty()) {
      app.repositoryTexts("artifact")
          .filter(use -> !WITH_HIDDEN.matcher(use.text()).find())
          .filter(use -> mayHold(app, use.file().text()))
          .forEach(use -> use(use, outcome));
    }
    return outcome.build();
  }

  private static boolean mayHold(FunctionApp app, String workflow) {
    return workflow.contains(app.project().name()) || BUILDS.matcher(workflow).find();
  }

  private static void use(RepositoryText use, RuleOutcome.Builder outcome) {
    WorkflowStep step = WorkflowStep.around(use);
    if (step.input(SWITCH).filter("true"::equals).isPresent()
        || step.input("path").filter(path -> NO_APP.matcher(path).matches()).isPresent()) {
      return;
    }
    Optional<Integer> place = step.endOfInputs();
    if (place.isPresent() && isToBeEdited(step, use)) {
      outcome.edit(
          Edit.insert(use.file().path(), place.get(), step.newInput(SWITCH + ": true"), INFO.id()));
      outcome.finding(hidden(use));
    } else {
      outcome.finding(left(use));
    }
  }

  /** Uploaded for a deployment of this file, and nothing that holds what a checkout hides. */
  private static boolean isToBeEdited(WorkflowStep step, RepositoryText use) {
    return VERSION.matcher(use.text()).find()
        && step.input(SWITCH).isEmpty()
        && step.input("path").filter(UploadedArtifacts::isBelowTheRoot).isPresent()
        && DEPLOYS.matcher(use.file().text()).find()
        && isDownloaded(step.input("name").orElse("artifact"), use);
  }

  /** The root of a checkout holds {@code .git} with a token in it. */
  private static boolean isBelowTheRoot(String path) {
    return !path.matches("\\./?|[|>][-+]?|/?\\*\\*?(?:/\\*)?|\\$\\{\\{[^}]*}}/?|~.*|")
        && !path.contains("..");
  }

  private static boolean isDownloaded(String name, RepositoryText use) {
    Matcher download =
        Pattern.compile("(?m)^(?![ \\t]*#)[^\\n#]*actions/download-artifact@[^\\r\\n]*")
            .matcher(use.file().text());
    return download
        .results()
        .map(found -> WorkflowStep.around(use.file(), found.start(), found.end()))
        .anyMatch(step -> step.input("name").orElse(name).equals(name));
  }

  private static Diagnostic hidden(RepositoryText use) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        use.at(),
        "`" + use.text().strip() + "` left out hidden folders, and takes .azurefunctions now",
        "look that its path holds nothing hidden that should not be published");
  }

  private static Diagnostic left(RepositoryText use) {
    return Diagnostic.of(
        Code.WORKS_DIFFERENTLY,
        use.at(),
        "`"
            + use.text().strip()
            + "` leaves out hidden folders, and without .azurefunctions the host finds no"
            + " function",
        "set include-hidden-files: true where it uploads the published app");
  }
}
