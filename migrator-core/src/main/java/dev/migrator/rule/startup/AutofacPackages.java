package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what an app registers with Autofac: packages that brought it to the in-process host are
 * followed by the container of the worker, {@code builder.ConfigureContainer(new
 * AutofacServiceProviderFactory(), …)} (core-model 11).
 */
public final class AutofacPackages implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0414", "Autofac is the container of the worker", Step.CODE);

  static final String NAMESPACE = "Autofac.Extensions.DependencyInjection";
  private static final String LOGGER = "Microsoft.Extensions.Logging.ILogger";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    reference(app, AutofacFactory.PACKAGE)
        .ifPresent(
            found -> {
              outcome.add(new AutofacFactory(app, INFO.id()).outcome());
              loggers(app).forEach(outcome::finding);
              outcome.finding(moved(found));
            });
    reference(app, AutofacConfigs.PACKAGE)
        .ifPresent(
            found -> {
              outcome.add(new AutofacConfigs(app, INFO.id()).outcome());
              outcome.finding(moved(found));
            });
    reference(app, AutofacBootstrappers.PACKAGE)
        .ifPresent(
            found -> {
              outcome.add(new AutofacBootstrappers(app, INFO.id()).outcome());
              loggers(app).forEach(outcome::finding);
              outcome.finding(moved(found));
            });
    return outcome.build();
  }

  private static Optional<PackageReference> reference(FunctionApp app, String id) {
    return app.running().flatMap(code -> code.project().packageReference(id).stream()).findFirst();
  }

  /** Constructors that take what two of the packages registered and the worker does not. */
  private static List<Diagnostic> loggers(FunctionApp app) {
    return app.running()
        .flatMap(
            code ->
                code.files().stream()
                    .flatMap(file -> file.root().descendants(ConstructorDeclaration.class))
                    .flatMap(made -> made.parameterList().parameters().stream())
                    .filter(parameter -> isLogger(parameter, code)))
        .map(AutofacPackages::logger)
        .toList();
  }

  private static boolean isLogger(Parameter parameter, CodeBase code) {
    return parameter.type().filter(type -> code.names().resolve(type).is(LOGGER)).isPresent();
  }

  private static Diagnostic logger(Parameter parameter) {
    return Diagnostic.of(
        Code.HOST_SERVICE_MISSING,
        parameter.location(),
        "`" + parameter.text() + "`: the package registered ILogger, the worker does not",
        "take a logger of the class, ILogger<T>, and run again");
  }

  private static Diagnostic moved(PackageReference reference) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.WARNING,
        reference.location(),
        "Autofac makes all services of the worker now, once for each call of a function, and not"
            + " the classes of functions themselves",
        "look at what is registered for single instances, and at functions that took more than"
            + " services from Autofac");
  }
}
