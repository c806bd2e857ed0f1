package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds registrations that the code of an app relies on and nobody makes. What only a converted app
 * promises to keep is a warning in others.
 */
final class RequiredRegistrations {
  private static final String REQUEST = "Microsoft.AspNetCore.Http.HttpRequest";
  private static final Set<String> BUILDING =
      Set.of(
          "CreateBuilder", "ConfigureFunctionsWorkerDefaults", "ConfigureFunctionsWebApplication");
  private static final Set<String> STARTING =
      Set.of("Run", "RunAsync", "Start", "StartAsync", "WaitForShutdownAsync");
  private static final Set<String> BUILDERS =
      Set.of(
          "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder",
          "Microsoft.Extensions.Hosting.IHostApplicationBuilder");
  private static final Set<String> CLIENTS =
      Set.of("System.Net.Http.IHttpClientFactory", "System.Net.Http.HttpClient");

  /** Packages that do nothing until one of their methods or types is used. */
  private enum Package {
    HTTP_JSON(
        "Microsoft.AspNetCore.Mvc.NewtonsoftJson",
        "AddNewtonsoftJson",
        "HTTP bodies would ignore Newtonsoft's attributes"),
    WORKER_JSON(
        "Microsoft.Azure.Core.NewtonsoftJson",
        "NewtonsoftJsonObjectSerializer",
        "messages would ignore Newtonsoft's attributes"),
    WORKER_TELEMETRY(
        "Microsoft.ApplicationInsights.WorkerService",
        "AddApplicationInsightsTelemetryWorkerService",
        "the worker would send no telemetry"),
    FUNCTIONS_TELEMETRY(
        "Microsoft.Azure.Functions.Worker.ApplicationInsights",
        "ConfigureFunctionsApplicationInsights",
        "telemetry would lose the functions that it belongs to");

    private final String id;
    private final String use;
    private final String otherwise;

    Package(String id, String use, String otherwise) {
      this.id = id;
      this.use = use;
      this.otherwise = otherwise;
    }
  }

  private final FunctionApp app;
  private final AppCalls calls;
  private final Compatibility compatibility;
  private final Severity ofConverted;
  private final List<Diagnostic> findings = new ArrayList<>();

  private RequiredRegistrations(FunctionApp app, AppCalls calls, Compatibility compatibility) {
    this.app = app;
    this.calls = calls;
    this.compatibility = compatibility;
    this.ofConverted = compatibility.isDeclared() ? Severity.ERROR : Severity.WARNING;
  }

  static List<Diagnostic> of(FunctionApp app, AppCalls calls, Compatibility compatibility) {
    RequiredRegistrations check = new RequiredRegistrations(app, calls, compatibility);
    check.start();
    check.http();
    check.packages();
    check.levels();
    check.clients();
    check.startups();
    return check.findings;
  }

  /** A builder that is made in sight and never run. */
  private void start() {
    if (calls.hasAny(BUILDING) && !calls.hasNear(BUILDING, STARTING)) {
      missing(Severity.ERROR, "Run", "the worker would end at once");
    }
  }

  private void http() {
    if (compatibility.isDeclared() && !calls.has(Compatibility.CALL)) {
      missing(
          Severity.ERROR,
          Compatibility.CALL,
          "parameters would arrive null and results would be empty");
    }
    boolean takesRequest =
        app.functions().stream()
            .filter(Function::isHttp)
            .flatMap(function -> function.parameters().stream())
            .flatMap(parameter -> parameter.typeName().stream())
            .anyMatch(REQUEST::equals);
    if (takesRequest && !calls.hasHttpIntegration()) {
      missing(
          Severity.ERROR, "ConfigureFunctionsWebApplication", "every HttpRequest would be null");
    }
  }

  private void packages() {
    for (Package needed : Package.values()) {
      boolean isReferenced =
          app.project().items().packages().stream().anyMatch(p -> p.hasId(needed.id));
      if (isReferenced && !calls.mention(needed.use) && concerns(needed)) {
        missing(ofConverted, needed.use, needed.otherwise);
      }
    }
  }

  /** An app may have referenced the package before, and send no JSON by it. */
  private boolean concerns(Package needed) {
    return switch (needed) {
      case HTTP_JSON -> app.functions().stream().anyMatch(Function::isHttp);
      case WORKER_JSON ->
          app.functions().stream()
              .flatMap(function -> function.bindings().stream())
              .anyMatch(binding -> !binding.kind().matches("(timer|warmup)Trigger"));
      case WORKER_TELEMETRY, FUNCTIONS_TELEMETRY -> true;
    };
  }

  /** What compiles without the line and changes silently (core-model T8). */
  private void levels() {
    if (calls.has("AddApplicationInsightsTelemetryWorkerService")
        && !calls.mention("LoggerFilterOptions")) {
      missing(
          ofConverted,
          "Configure<LoggerFilterOptions>",
          "Application Insights would get warnings and errors only");
    }
  }

  /** Constructors of function classes that take a client which nobody registers (T35). */
  private void clients() {
    if (calls.mentionInAdd("HttpClient")) {
      return;
    }
    app.functions().stream()
        .flatMap(function -> function.method().containingType().stream())
        .distinct()
        .filter(this::takesClient)
        .findFirst()
        .ifPresent(
            type ->
                missing(
                    ofConverted,
                    "AddHttpClient",
                    "no instance of " + type.identifier().text() + " can be made"));
  }

  private boolean takesClient(TypeDeclaration type) {
    Stream<ParameterList> ofConstructors =
        type.members().stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(member -> ((ConstructorDeclaration) member).parameterList());
    return Stream.concat(ofConstructors, type.parameterList().stream())
        .flatMap(list -> list.parameters().stream())
        .flatMap(parameter -> parameter.type().stream())
        .anyMatch(parameter -> app.code().names().resolve(parameter).isAny(CLIENTS));
  }

  /** Methods that register on the builder and that nobody calls. */
  private void startups() {
    app.code().files().stream()
        .flatMap(CSharpFile::methods)
        .filter(this::takesBuilder)
        .filter(method -> !calls.haveCallOf(method))
        .forEach(
            method ->
                missing(
                    Severity.ERROR,
                    method.containingType().map(t -> t.identifier().text() + ".").orElse("")
                        + method.identifier().text(),
                    "what it registers would be missing"));
  }

  private boolean takesBuilder(MethodDeclaration method) {
    return method.parameterList().parameters().stream()
        .flatMap(parameter -> parameter.type().stream())
        .anyMatch(type -> app.code().names().resolve(type).isAny(BUILDERS));
  }

  private void missing(Severity severity, String call, String otherwise) {
    findings.add(
        new Diagnostic(
            Code.REGISTRATION_MISSING,
            severity,
            Location.ofFile(app.project().path()),
            "nothing calls `" + call + "`: " + otherwise,
            "call it in Program.cs, or remove what relies on it"));
  }
}
