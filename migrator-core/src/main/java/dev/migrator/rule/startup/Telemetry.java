package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers Application Insights in the worker where the app used it: the in-process host collected
 * traces and dependencies by itself, the host of a worker sees relayed traces only (core-model
 * 5.3). An app that asks for OpenTelemetry gets that instead, never both (core-model 5.4).
 */
public final class Telemetry implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0403", "Telemetry of the worker keeps flowing", Step.CODE);

  private static final String KEY = "APPINSIGHTS_INSTRUMENTATIONKEY";
  private static final String CONNECTION = "APPLICATIONINSIGHTS_CONNECTION_STRING";
  private static final String SDK = "Microsoft.ApplicationInsights";
  private static final String REGISTRATION = "AddApplicationInsightsTelemetry";
  private static final List<String> SETTINGS = List.of(KEY, CONNECTION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    if (app.functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    if (TelemetryMode.isOpen(conversion)) {
      return openTelemetry(app);
    }
    return usesInsights(app) ? insights(app) : RuleOutcome.NOTHING;
  }

  /** The exporter refuses to start without a connection string, so Program.cs asks for it first. */
  private static RuleOutcome openTelemetry(FunctionApp app) {
    String project = app.project().path();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    app.running().flatMap(Telemetry::insightsTypes).findFirst().ifPresent(outcome::finding);
    return outcome
        .finding(
            new Diagnostic(
                Code.WORKS_DIFFERENTLY,
                Severity.WARNING,
                Location.ofFile(project),
                "telemetry goes by OpenTelemetry: names of tables, columns and roles differ from"
                    + " those that Application Insights got, and the log stream stays empty",
                "look through queries, alerts and workbooks; another exporter goes into Program.cs"))
        .need(new Need.Registration(RegistrationLine.OPEN_TELEMETRY))
        .need(new Need.Package(project, "Azure.Monitor.OpenTelemetry.Exporter"))
        .need(new Need.Package(project, "Microsoft.Azure.Functions.Worker.OpenTelemetry"))
        .need(new Need.Package(project, "OpenTelemetry.Extensions.Hosting"))
        .build();
  }

  private static Stream<Diagnostic> insightsTypes(CodeBase code) {
    return code.files().stream()
        .filter(file -> file.source().text().contains(SDK))
        .flatMap(
            file ->
                code.names()
                    .references(file)
                    .filter(Telemetry::isInsights)
                    .map(
                        reference ->
                            needsInsights(
                                reference, file.source().location(reference.span().start()))));
  }

  private static boolean isInsights(NameReference reference) {
    return reference
        .resolution()
        .type()
        .filter(type -> type.metadataName().startsWith(SDK + "."))
        .isPresent();
  }

  private static Diagnostic needsInsights(NameReference reference, Location place) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.BLOCKER,
        place,
        "`"
            + reference.text()
            + "` belongs to the SDK of Application Insights, which must not run beside"
            + " OpenTelemetry in the worker",
        "run with --telemetry application-insights, or replace the type by an Activity or a Meter");
  }

  private static RuleOutcome insights(FunctionApp app) {
    String project = app.project().path();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    keyAlone(app).ifPresent(outcome::finding);
    return outcome
        .finding(
            Diagnostic.of(
                Code.SAVED_QUERIES,
                Location.ofFile(project),
                "values of log lines are stored as NAME in Application Insights, no longer as"
                    + " prop__NAME; Category and LogLevel stay",
                "look through saved queries, alerts and workbooks for prop__"))
        .need(new Need.Registration(RegistrationLine.APPLICATION_INSIGHTS))
        .need(new Need.Compatibility(CompatibilityPart.TELEMETRY_NAMES, ""))
        .need(new Need.Package(project, "Microsoft.ApplicationInsights.WorkerService"))
        .need(new Need.Package(project, "Microsoft.Azure.Functions.Worker.ApplicationInsights"))
        .build();
  }

  /** Instrumentation keys are taken in for a while yet; the SDK of the worker warns of them. */
  private static Optional<Diagnostic> keyAlone(FunctionApp app) {
    return app.localSettings()
        .filter(json -> json.find("Values", CONNECTION).isEmpty())
        .flatMap(
            json ->
                json.findMember("Values", KEY)
                    .map(
                        member ->
                            new Diagnostic(
                                Code.WORKS_DIFFERENTLY,
                                Severity.WARNING,
                                json.source().location(member.span().start()),
                                KEY + " alone is kept; the worker should have a connection string",
                                "set " + CONNECTION + " here and where the app is deployed")));
  }

  private static boolean usesInsights(FunctionApp app) {
    return app.hostJson().flatMap(json -> json.find("logging", "applicationInsights")).isPresent()
        || app.localSettings()
            .filter(json -> SETTINGS.stream().anyMatch(s -> json.find("Values", s).isPresent()))
            .isPresent()
        || app.project().items().packages().stream().anyMatch(Telemetry::isInsights)
        || app.running().anyMatch(Telemetry::namesInsights);
  }

  /** Code that takes a client or registers telemetry itself has it, whatever the settings say. */
  private static boolean namesInsights(CodeBase code) {
    return registersInsights(code) || insightsTypes(code).findFirst().isPresent();
  }

  private static boolean registersInsights(CodeBase code) {
    return code.files().stream()
        .filter(file -> file.source().text().contains(REGISTRATION))
        .flatMap(file -> file.root().descendants(MemberAccess.class))
        .anyMatch(access -> access.name().identifier().startsWith(REGISTRATION));
  }

  private static boolean isInsights(PackageReference reference) {
    return reference.hasIdPrefix(SDK)
        || reference.hasId("Microsoft.Azure.WebJobs.Logging.ApplicationInsights")
        || reference.hasId("Microsoft.Azure.WebJobs.Extensions.ApplicationInsights");
  }
}
