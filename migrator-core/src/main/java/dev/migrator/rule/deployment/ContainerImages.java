package dev.migrator.rule.deployment;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.RepositoryText;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds and runs the app on images of the worker: {@code azure-functions/dotnet:4} to {@code
 * azure-functions/dotnet-isolated:4-dotnet-isolated10.0}, {@code sdk:8.0} to {@code sdk:10.0}
 * (operations 2.8). A tag that pins a version stays, with a finding.
 */
public final class ContainerImages implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0601", "Images are those of the isolated worker", Step.DEPLOYMENT);

  private static final String OF_HOST = "azure-functions/dotnet";

  private static final Pattern HOST =
      Pattern.compile(
          "(?i)^[ \\t]*FROM[ \\t].*?(?<image>azure-functions/dotnet:"
              + "[234](?:\\.0)?(?:-dotnet[3-9](?:\\.[01])?)?(?<kind>-appservice|-slim)?)(?=\\s|$)");

  private static final Pattern SDK =
      Pattern.compile(
          "(?i)^[ \\t]*FROM[ \\t].*?(?<image>dotnet/(?:core/)?sdk:"
              + "(?<major>\\d{1,2})\\.\\d(?<kind>-alpine)?)(?=\\s|$)");

  private static final Pattern OUTPUT =
      Pattern.compile(
          "(?i)(?<folder>[^\\s\"'=]*)\\bbin/(?:Debug|Release)/"
              + "(?<framework>net(?:coreapp|standard)?[0-9.]+)");

  private static final Pattern RUNTIME =
      Pattern.compile("FUNCTIONS_WORKER_RUNTIME[ \\t=]+\"?(?<value>dotnet)(?![-\\w])");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    if (!app.functions().isEmpty()) {
      app.repositoryTexts("image").forEach(line -> line(line, conversion, outcome));
    }
    return outcome.build();
  }

  private static void line(
      RepositoryText line, Conversion conversion, RuleOutcome.Builder outcome) {
    if (!isOf(conversion.app().project(), line.file())) {
      if (line.text().contains(OF_HOST)) {
        outcome.finding(left(line, conversion));
      }
      return;
    }
    Optional<Edit> edit = edit(line, conversion);
    edit.ifPresent(outcome::edit);
    if (edit.isEmpty() && !isNewEnough(line, conversion)) {
      outcome.finding(left(line, conversion));
    } else if (line.text().contains("-slim")) {
      outcome.finding(slim(line));
    }
  }

  /** A file beside the project, or one that names the project or its folder. */
  private static boolean isOf(Project project, SourceFile file) {
    if (folderOf(file).equals(project.directory())) {
      return true;
    }
    String name = project.path().substring(project.path().lastIndexOf('/') + 1);
    String parent = project.directory();
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name)).matcher(file.text()).find()
        || !parent.isEmpty()
            && Pattern.compile("(?<![\\w.-])" + Pattern.quote(parent) + "(?![\\w.-])")
                .matcher(file.text())
                .find();
  }

  private static String folderOf(SourceFile file) {
    String path = file.path();
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static Optional<Edit> edit(RepositoryText line, Conversion conversion) {
    String text = line.text();
    String framework = conversion.options().targetFramework();
    String version = framework.substring("net".length());
    Matcher host = HOST.matcher(text);
    if (host.find()) {
      String kind = "-appservice".equalsIgnoreCase(host.group("kind")) ? "-appservice" : "";
      return Optional.of(
          replace(line, host, "image", OF_HOST + "-isolated:4-dotnet-isolated" + version + kind));
    }
    Matcher sdk = SDK.matcher(text);
    if (sdk.find() && isOlder(sdk.group("major"), conversion)) {
      String kind = sdk.group("kind") == null ? "" : "-alpine";
      return Optional.of(replace(line, sdk, "image", "dotnet/sdk:" + version + kind));
    }
    Matcher output = OUTPUT.matcher(text);
    if (output.find()
        && isOutputOf(conversion.app().project(), line.file(), output.group("folder"))
        && !output.group("framework").equalsIgnoreCase(framework)) {
      return Optional.of(replace(line, output, "framework", framework));
    }
    Matcher runtime = RUNTIME.matcher(text);
    return runtime.find()
        ? Optional.of(replace(line, runtime, "value", "dotnet-isolated"))
        : Optional.empty();
  }

  /** In front of {@code bin}: nothing in a file beside the project, otherwise its folder. */
  private static boolean isOutputOf(Project project, SourceFile file, String written) {
    String folder = written.replaceFirst("^(?:\\./|/)", "").replaceFirst("/$", "");
    String own = project.directory();
    return folder.isEmpty()
        ? folderOf(file).equals(own)
        : !own.isEmpty() && ("/" + folder).endsWith("/" + own.substring(own.lastIndexOf('/') + 1));
  }

  private static boolean isOlder(String major, Conversion conversion) {
    return Integer.parseInt(major) < conversion.options().targetMajor();
  }

  private static boolean isNewEnough(RepositoryText line, Conversion conversion) {
    Matcher sdk = Pattern.compile("sdk:(\\d{1,2})\\.").matcher(line.text());
    boolean isOld = sdk.find() && isOlder(sdk.group(1), conversion);
    boolean isVariable = line.text().matches("(?i).*/sdk:\\$.*");
    return !isOld && !isVariable && !line.text().contains(OF_HOST + ":");
  }

  private static Edit replace(RepositoryText line, Matcher found, String group, String text) {
    int start = line.span().start();
    Span span = new Span(start + found.start(group), start + found.end(group));
    return Edit.replace(line.file().path(), span, text, INFO.id());
  }

  private static Diagnostic left(RepositoryText line, Conversion conversion) {
    String version = conversion.options().targetFramework().substring("net".length());
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.MANUAL,
        line.at(),
        "`"
            + line.text().strip()
            + "` names an image of the in-process host, or an SDK that cannot build the app any"
            + " more",
        "build with dotnet/sdk:"
            + version
            + " and run on azure-functions/dotnet-isolated:4-dotnet-isolated"
            + version);
  }

  private static Diagnostic slim(RepositoryText line) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        line.at(),
        "`" + line.text().strip() + "` was a slim image, which the worker does not have",
        "expect a larger image");
  }
}
