package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.Optional;
import java.util.Set;

/**
 * Renames {@code AddApplicationInsightsTelemetry}, which came along with a package of the host, to
 * the method that the worker's package has for it (core-model 5.3). Both packages have a class
 * {@code ApplicationInsightsExtensions} in the same namespace, so that one of them is enough.
 */
public final class InsightsCalls implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0419", "Application Insights is registered as in a worker", Step.CODE);

  private static final String BEFORE = "AddApplicationInsightsTelemetry";
  private static final String AFTER = "AddApplicationInsightsTelemetryWorkerService";
  private static final String OWNER =
      "Microsoft.Extensions.DependencyInjection.ApplicationInsightsExtensions";
  private static final String WEB = "Microsoft.ApplicationInsights.AspNetCore";
  private static final String WORKER = "Microsoft.ApplicationInsights.WorkerService";

  /** Options of web apps that those of the worker lack, by their members. */
  private static final Set<String> WEB_OPTIONS =
      Set.of(
          "EnableActiveTelemetryConfigurationSetup",
          "EnableAuthenticationTrackingJavaScript",
          "EnableRequestTrackingTelemetryModule",
          "RequestCollectionOptions");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    CodeBase app = conversion.app().code();
    if (conversion.app().functions().isEmpty() || namesWebPackage(app)) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    app.files().stream()
        .flatMap(file -> file.root().descendants(Invocation.class))
        .filter(call -> isRegistration(call, app))
        .forEach(call -> renamed(call, app, outcome));
    return outcome.build();
  }

  /** Whether the package of web apps stays, since the app references it or names its types. */
  private static boolean namesWebPackage(CodeBase app) {
    return app.project().packageReference(WEB).isPresent()
        || app.files().stream()
            .filter(file -> file.source().text().contains(WEB))
            .flatMap(app.names()::references)
            .map(NameReference::resolution)
            .flatMap(resolution -> resolution.type().stream())
            .anyMatch(type -> type.metadataName().startsWith(WEB + "."));
  }

  private static boolean isRegistration(Invocation call, CodeBase app) {
    return call.target() instanceof MemberAccess access
        && access.name().is(BEFORE)
        && app.names().probableExtensionClass(call).filter(type -> type.is(OWNER)).isPresent();
  }

  private static void renamed(Invocation call, CodeBase app, RuleOutcome.Builder outcome) {
    MemberAccess access = (MemberAccess) call.target();
    outcome.edit(Edit.replace(call.file().source().path(), access.name().span(), AFTER, INFO.id()));
    outcome.need(new Need.Package(app.project().path(), WORKER));
    webOption(call).ifPresent(option -> outcome.finding(missing(option)));
  }

  private static Optional<MemberAccess> webOption(Invocation call) {
    return call.argumentList()
        .descendants(MemberAccess.class)
        .filter(member -> WEB_OPTIONS.contains(member.name().identifier()))
        .findFirst();
  }

  private static Diagnostic missing(MemberAccess option) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        option.location(),
        "`" + option.text() + "` is an option of web apps, which the package of the worker lacks",
        "take the option out: the host reports the requests of a function app");
  }
}
