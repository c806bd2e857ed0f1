package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.FunctionReader;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Functions that stand in a library of the app: the worker finds them always, the in-process SDK
 * where {@code FunctionsInDependencies} said so (core-model 1.2, T13). Simple ones keep their
 * packages; those that need more than other names are a blocker.
 */
public final class LibraryFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0328", "Functions of libraries move, or say why not", Step.CODE);

  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String SWITCH = "FunctionsInDependencies";

  /** What the worker supplies in a library as it does in the app. */
  private static final Set<String> SUPPLIED =
      Set.of(
          "System.String",
          "System.Threading.CancellationToken",
          "Microsoft.Azure.WebJobs.TimerInfo");

  private static final String LOGGER = "Microsoft.Extensions.Logging.ILogger";
  private static final String REQUEST = "Microsoft.AspNetCore.Http.HttpRequest";
  private static final String HTTP = "Microsoft.Azure.Functions.Worker.Extensions.Http";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    Set<String> names = new TreeSet<>();
    app.functions().forEach(function -> function.name().ifPresent(name -> names.add(key(name))));
    for (CodeBase library : app.libraries()) {
      for (Function function : functions(library)) {
        if (isNew(function, names)) {
          check(function, library, conversion, outcome);
        } else {
          outcome.finding(sameName(function));
        }
      }
    }
    boolean didRun = didRun(app);
    for (CodeBase other : app.apps()) {
      String where = "stands in another app, " + other.project().path() + ",";
      for (Function function : functions(other)) {
        outcome.finding(
            !isNew(function, names)
                ? sameName(function)
                : didRun ? notSimple(function, where) : starts(function, where));
      }
    }
    return outcome.build();
  }

  /** Whether the in-process SDK found functions of references as well. */
  private static boolean didRun(FunctionApp app) {
    return app.project().properties().isTrue(SWITCH);
  }

  private static boolean isNew(Function function, Set<String> names) {
    return function.name().map(name -> names.add(key(name))).orElse(true);
  }

  /** Names of functions do not tell case. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<Function> functions(CodeBase library) {
    return FunctionReader.read(
        library.files(), library.names(), library.constants(), ProgrammingModel.IN_PROCESS);
  }

  private static void check(
      Function function, CodeBase library, Conversion conversion, RuleOutcome.Builder outcome) {
    if (!isSimple(function, library, conversion.app())) {
      outcome.finding(notSimple(function, "stands in a library"));
      return;
    }
    if (!didRun(conversion.app())) {
      outcome.finding(starts(function, "stands in a library"));
    }
    packages(function, library, conversion.packages(), outcome);
    for (FunctionParameter parameter : function.parameters()) {
      if (isOf(LOGGER, parameter)) {
        outcome.need(new Need.Compatibility(CompatibilityPart.LOGGER, function.displayName()));
      }
      if (isOf(REQUEST, parameter)) {
        RequestBodies.needs(function, parameter, outcome);
      }
    }
  }

  private static boolean isSimple(Function function, CodeBase library, FunctionApp app) {
    return function.neverRan().isEmpty()
        && !function.isManual()
        && (!function.isHttp() || isPlainHttp(function, library, app))
        && function.method().hasModifier("public")
        && !function.method().hasModifier("abstract")
        && function.outputs().isEmpty()
        && !FunctionPlan.of(function, library).needsAdapter()
        && function.parameters().stream()
            .allMatch(
                parameter ->
                    parameter.typeName().filter(SUPPLIED::contains).isPresent()
                        || isOf(LOGGER, parameter)
                        || function.isHttp() && isOf(REQUEST, parameter));
  }

  /** What an app with HTTP functions of its own registers serves those of its libraries as well. */
  private static boolean isPlainHttp(Function function, CodeBase library, FunctionApp app) {
    return app.hasHttp()
        && ReturnedValues.of(function.method(), library.names()).isAlwaysActionResult();
  }

  private static boolean isOf(String type, FunctionParameter parameter) {
    return parameter.typeName().filter(type::equals).isPresent();
  }

  /** The attributes of HTTP functions are in a package that every framework takes. */
  private static void packages(
      Function function, CodeBase library, PackageMap map, RuleOutcome.Builder outcome) {
    String path = library.project().path();
    String kind = function.trigger().map(Binding::kind).orElse("").replace("Trigger", "");
    outcome.need(new Need.Package(path, WORKER));
    for (PackageReference reference : library.project().items().packages()) {
      map.find(reference).stream()
          .filter(mapping -> mapping.action() == PackageMapping.Action.REPLACE)
          .flatMap(mapping -> mapping.replacements().stream())
          .filter(one -> one.condition().map(kind::equals).orElse(!one.id().endsWith(".Sdk")))
          .map(one -> function.isHttp() && one.id().startsWith(HTTP) ? HTTP : one.id())
          .forEach(id -> outcome.need(new Need.Package(path, id)));
    }
  }

  private static Diagnostic sameName(Function function) {
    return Diagnostic.of(
        Code.FUNCTION_OF_LIBRARY,
        function.location(),
        "the library has a function `"
            + function.displayName()
            + "`, and so has the app or another library: the worker refuses to build that",
        "take the attribute off the one that never ran");
  }

  private static Diagnostic notSimple(Function function, String where) {
    return Diagnostic.of(
        Code.FUNCTION_OF_LIBRARY,
        function.location(),
        "function `"
            + function.displayName()
            + "` "
            + where
            + " and needs more than other names there",
        "move the function into the project of the app");
  }

  private static Diagnostic starts(Function function, String where) {
    return new Diagnostic(
        Code.FUNCTION_OF_LIBRARY,
        Severity.MANUAL,
        function.location(),
        "function `"
            + function.displayName()
            + "` "
            + where
            + " and did not run in this app, which does not set "
            + SWITCH
            + "; the worker starts it",
        "take the attribute off, or disable it by AzureWebJobs.NAME.Disabled where the app is"
            + " deployed");
  }
}
