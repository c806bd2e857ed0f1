package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.Project;
import dev.migrator.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Settings of host.json that an older extension read or implied otherwise (bindings 1.5, 1.6). */
final class ExtensionVersions {
  private static final String PREFIX = "Microsoft.Azure.WebJobs.Extensions.";

  private ExtensionVersions() {}

  /** Whether the project references an extension of a version below the given one. */
  static boolean isBefore(Project project, String extension, String version) {
    NuGetVersion limit = NuGetVersion.parse(version).orElseThrow();
    return project
        .packageReference(PREFIX + extension)
        .flatMap(reference -> reference.version())
        .flatMap(NuGetVersion::lowestOf)
        .filter(pinned -> pinned.compareTo(limit) < 0)
        .isPresent();
  }

  static List<Diagnostic> check(FunctionApp app) {
    List<Diagnostic> findings = new ArrayList<>();
    boolean hasEvents = app.functions().stream().anyMatch(f -> has(f, "eventHubTrigger"));
    if (hasEvents
        && isBefore(app.project(), "EventHubs", "6.0.0")
        && isMissing(app, "eventHubs", "maxEventBatchSize")) {
      findings.add(
          finding(
              app,
              "the Event Hubs extension moves from a version below 6: it takes 100 events at once"
                  + " where it took 10, and reads its settings without eventProcessorOptions",
              "write extensions.eventHubs.maxEventBatchSize with the old value"));
    }
    boolean hasMessages = app.functions().stream().anyMatch(f -> has(f, "serviceBusTrigger"));
    if (hasMessages
        && isBefore(app.project(), "ServiceBus", "5.0.0")
        && (!isMissing(app, "serviceBus")
            || app.functions().stream().anyMatch(ExtensionVersions::hasSessions))) {
      findings.add(
          finding(
              app,
              "the Service Bus extension moves from a version below 5: its settings have other"
                  + " names, and it serves 8 sessions at once where it served 2000",
              "rename the settings below extensions.serviceBus, and write maxConcurrentSessions"));
    }
    return findings;
  }

  private static boolean has(Function function, String kind) {
    return function.trigger().map(Binding::kind).filter(kind::equals).isPresent();
  }

  private static boolean hasSessions(Function function) {
    return function
        .trigger()
        .filter(trigger -> Boolean.TRUE.equals(trigger.properties().get("isSessionsEnabled")))
        .isPresent();
  }

  private static boolean isMissing(FunctionApp app, String... names) {
    String[] path = new String[names.length + 1];
    path[0] = "extensions";
    System.arraycopy(names, 0, path, 1, names.length);
    return app.hostJson().flatMap(file -> file.find(path)).isEmpty();
  }

  private static Diagnostic finding(FunctionApp app, String message, String advice) {
    String path = app.hostJson().map(file -> file.path()).orElse(app.project().path());
    return Diagnostic.of(Code.HOST_SETTING_MOVED, Location.ofFile(path), message, advice);
  }
}
