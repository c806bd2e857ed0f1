package dev.migrator.render;

import java.util.List;

/**
 * Program.cs: starts the worker with what the app relies on.
 *
 * @param usings sorted
 * @param usingsInside whether usings stand in the namespace: where a name of the app hides one
 * @param namespace of the class
 * @param className {@code Program}, or a free name
 * @param configurationStatements before anything is registered, indented
 * @param httpIntegration ASP.NET Core integration
 * @param compatibility the call of the generated file
 * @param httpNewtonsoft JSON and XML of HTTP as the host wrote them
 * @param workerNewtonsoft JSON of the other bindings as the host wrote it
 * @param requestBodySize the host's limit of 100 MB instead of Kestrel's
 * @param synchronousWrites responses are written synchronously
 * @param httpClient the factory that the host registered
 * @param applicationInsights telemetry of the worker
 * @param openTelemetry telemetry of the worker by OpenTelemetry; never both
 * @param logFilters in order
 * @param logLevelSettings levels overridden by app settings
 * @param serviceStatements after our own, as the startup ran after the host, indented
 * @param workerConfiguration an {@code IConfiguration} of the app stands before the worker's
 */
public record ProgramModel(
    List<String> usings,
    boolean usingsInside,
    String namespace,
    String className,
    List<String> configurationStatements,
    boolean httpIntegration,
    boolean compatibility,
    boolean httpNewtonsoft,
    boolean workerNewtonsoft,
    boolean requestBodySize,
    boolean synchronousWrites,
    boolean httpClient,
    boolean applicationInsights,
    boolean openTelemetry,
    List<LogFilter> logFilters,
    boolean logLevelSettings,
    List<String> serviceStatements,
    boolean workerConfiguration) {

  public ProgramModel {
    usings = List.copyOf(usings);
    configurationStatements = List.copyOf(configurationStatements);
    logFilters = List.copyOf(logFilters);
    serviceStatements = List.copyOf(serviceStatements);
  }

  /**
   * {@code builder.Logging.AddFilter(category, LogLevel.Warning);}.
   *
   * @param category a C# expression: a string literal, or {@code null} for all categories
   * @param level a member of {@code LogLevel}
   */
  public record LogFilter(String category, String level) {}

  public String text() {
    return Templates.render("Program.cs.ftl", this);
  }
}
