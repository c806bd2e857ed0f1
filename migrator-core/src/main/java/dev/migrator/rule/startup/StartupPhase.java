package dev.migrator.rule.startup;

import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.Need;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the host called a method of a startup class: all configuration before all services. */
enum StartupPhase {
  CONFIGURATION(
      0,
      "Microsoft.Azure.Functions.Extensions.DependencyInjection.IFunctionsConfigurationBuilder",
      "Microsoft.Azure.WebJobs.Hosting.IWebJobsConfigurationBuilder"),
  SERVICES(
      Need.StartupCall.FIRST_SERVICE,
      "Microsoft.Azure.Functions.Extensions.DependencyInjection.IFunctionsHostBuilder",
      "Microsoft.Azure.WebJobs.IWebJobsBuilder");

  private static final Set<String> NAMES = Set.of("Configure", "ConfigureAppConfiguration");

  private final int firstOrder;
  private final String functionsBuilder;
  private final String webJobsBuilder;

  StartupPhase(int firstOrder, String functionsBuilder, String webJobsBuilder) {
    this.firstOrder = firstOrder;
    this.functionsBuilder = functionsBuilder;
    this.webJobsBuilder = webJobsBuilder;
  }

  /** Where calls of the phase begin in the order of all calls. */
  int firstOrder() {
    return firstOrder;
  }

  /**
   * Of a method of a startup class: {@code Configure(IFunctionsHostBuilder)}, {@code
   * Configure(WebJobsBuilderContext, IWebJobsBuilder)}; empty for helpers.
   */
  static Optional<StartupPhase> of(MethodDeclaration method, NameResolver names) {
    List<Parameter> parameters = method.parameterList().parameters();
    boolean isCalled = method.hasModifier("public") || method.explicitInterface().isPresent();
    if (!isCalled
        || !NAMES.contains(method.identifier().identifier())
        || parameters.isEmpty()
        || parameters.size() > 2) {
      return Optional.empty();
    }
    Parameter builder = parameters.get(parameters.size() - 1);
    for (StartupPhase phase : values()) {
      if (builder.type().filter(type -> names.resolve(type).isAny(phase.builders())).isPresent()) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }

  private Set<String> builders() {
    return Set.of(functionsBuilder, webJobsBuilder);
  }
}
