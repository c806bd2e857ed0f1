package dev.migrator.rule.startup;

import dev.migrator.rule.Need;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.Optional;

/** When the host called a method of a startup class: all configuration before all services. */
enum StartupPhase {
  CONFIGURATION(0),
  SERVICES(Need.StartupCall.FIRST_SERVICE);

  private final int firstOrder;

  StartupPhase(int firstOrder) {
    this.firstOrder = firstOrder;
  }

  /** Where calls of the phase begin in the order of all calls. */
  int firstOrder() {
    return firstOrder;
  }

  /** Of a method of a startup class; empty for helpers. */
  static Optional<StartupPhase> of(MethodDeclaration method) {
    if (method.parameterList().parameters().isEmpty()) {
      return Optional.empty();
    }
    String type =
        method.parameterList().parameters().get(0).type().map(t -> t.simpleName()).orElse("");
    boolean isPublic = method.hasModifier("public");
    return switch (method.identifier().identifier()) {
      case "Configure" ->
          isPublic && type.endsWith("Builder")
              ? Optional.of(type.equals("IWebJobsConfigurationBuilder") ? CONFIGURATION : SERVICES)
              : Optional.empty();
      case "ConfigureAppConfiguration" -> isPublic ? Optional.of(CONFIGURATION) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
