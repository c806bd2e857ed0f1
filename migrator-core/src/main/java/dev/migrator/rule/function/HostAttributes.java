package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes attributes that told the host how to run a function: {@code [Singleton]}, {@code
 * [Disable]}, {@code [Timeout]} (core-model 7.3, T11, T34). What each did is said; what a setting
 * can do is set.
 */
public final class HostAttributes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0325", "Attributes of the host go, with a word about each", Step.CODE);

  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.";
  private static final String SINGLETON = NAMESPACE + "SingletonAttribute";
  private static final String DISABLE = NAMESPACE + "DisableAttribute";
  private static final String TIMEOUT = NAMESPACE + "TimeoutAttribute";
  private static final String BY_HAND = NAMESPACE + "NoAutomaticTriggerAttribute";

  /** Hints for extensions of the host; without them nothing changes in the worker. */
  private static final Set<String> HINTS =
      Set.of(
          NAMESPACE + "Description.SharedMemoryAttribute",
          NAMESPACE + "Host.SharedListenerAttribute",
          NAMESPACE + "Host.SupportsRetryAttribute");

  private static final GoneAttributes GONE =
      new GoneAttributes(
          Stream.concat(Stream.of(SINGLETON, DISABLE, TIMEOUT, BY_HAND), HINTS.stream())
              .collect(Collectors.toUnmodifiableSet()),
          INFO.id());

  /** Triggers that the host itself keeps to one call at a time, or one listener. */
  private static final Set<String> SINGLE = Set.of("timerTrigger", "blobTrigger");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    GONE.edits(conversion).forEach(outcome::edit);
    functionsOf(conversion)
        .forEach((attribute, functions) -> say(attribute, functions, conversion.app(), outcome));
    disabled(conversion, outcome);
    conversion.plans().stream()
        .filter(plan -> plan.function().isManual())
        .forEach(plan -> manual(plan, conversion, outcome));
    return outcome.build();
  }

  /** The host knows the kind of this trigger for all workers; a package with it there is none. */
  private static void manual(
      FunctionPlan plan, Conversion conversion, RuleOutcome.Builder outcome) {
    Function function = plan.function();
    String path = function.file().source().path();
    if (plan.needsAdapter()) {
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_SHAPE_UNSUPPORTED,
              function.location(),
              "function `"
                  + function.displayName()
                  + "` is started by a person and takes more than the worker has",
              "take the text and services alone, or give the function another trigger"));
      return;
    }
    function.parameters().stream()
        .filter(parameter -> parameter.binding().isPresent())
        .map(parameter -> parameter.syntax().span().start())
        .forEach(start -> outcome.edit(Edit.insert(path, start, "[ManualTrigger] ", INFO.id())));
    outcome.need(new Need.Using(path, conversion.generatedNamespace()));
  }

  /** Changes in attribute lists that move to an adapter. */
  static List<Change> changes(FunctionPlan plan, CodeBase code) {
    return GONE.changes(plan, code);
  }

  /**
   * Whether a name of a file goes with such an attribute: {@code Mode = SingletonMode.Function}.
   */
  static boolean remove(Conversion conversion, CSharpFile file, NameReference name) {
    CodeBase code = conversion.app().code();
    return code.files().contains(file)
        && name.node()
            .flatMap(node -> node.ancestor(Attribute.class))
            .filter(attribute -> GONE.isOne(attribute, code))
            .isPresent();
  }

  /** Each attribute that goes with the functions that it spoke of. */
  private static Map<Attribute, List<Function>> functionsOf(Conversion conversion) {
    CodeBase code = conversion.app().code();
    Map<Attribute, List<Function>> found = new LinkedHashMap<>();
    for (FunctionPlan plan : conversion.plans()) {
      around(plan.function(), code)
          .filter(attribute -> GONE.isOne(attribute, code))
          .forEach(
              attribute ->
                  found.computeIfAbsent(attribute, a -> new ArrayList<>()).add(plan.function()));
    }
    return found;
  }

  /** Attributes of a function, its parameters and its class. */
  private static Stream<Attribute> around(Function function, CodeBase code) {
    return Stream.of(
            function.method().attributes(),
            function.parameters().stream().flatMap(p -> p.syntax().attributes()),
            function.method().containingType().stream()
                .flatMap(type -> code.parts(type).stream())
                .flatMap(TypeDeclaration::attributes))
        .flatMap(attributes -> attributes);
  }

  private static void say(
      Attribute attribute, List<Function> functions, FunctionApp app, RuleOutcome.Builder outcome) {
    NameResolver names = app.code().names();
    if (names.resolveAttribute(attribute).isAny(HINTS)) {
      return;
    }
    if (names.isAttribute(attribute, TIMEOUT)) {
      said(
          attribute,
          functions,
          Severity.INFO,
          "had no effect in the host of functions either",
          "set functionTimeout in host.json where the whole app needs a limit",
          outcome);
    } else if (names.isAttribute(attribute, BY_HAND)) {
      said(
          attribute,
          functions,
          Severity.MANUAL,
          "gives way to [ManualTrigger] of InProcessCompatibility.cs: the admin endpoint of the"
              + " host starts the function as before, and nothing else does",
          "start it once: POST /admin/functions/NAME with the master key and { \"input\": \"text\" }",
          outcome);
    } else if (names.isAttribute(attribute, SINGLETON)) {
      singleton(attribute, functions, outcome);
    } else {
      disable(attribute, functions, outcome);
    }
  }

  private static void singleton(
      Attribute attribute, List<Function> functions, RuleOutcome.Builder outcome) {
    boolean isKept =
        functions.stream()
            .allMatch(f -> f.trigger().map(Binding::kind).filter(SINGLE::contains).isPresent());
    if (isKept) {
      said(
          attribute,
          functions,
          Severity.WARNING,
          "is not needed: the host runs this trigger on one instance",
          "look whether other functions relied on the same lock",
          outcome);
    } else {
      said(
          attribute,
          functions,
          Severity.MANUAL,
          "has no counterpart: from now on calls run side by side",
          "take a lock of your own (a blob lease, say), use sessions, or limit the concurrency in"
              + " host.json before the release",
          outcome);
    }
  }

  private static void disable(
      Attribute attribute, List<Function> functions, RuleOutcome.Builder outcome) {
    if (attribute.arguments().isEmpty()) {
      said(
          attribute,
          functions,
          Severity.WARNING,
          "is a setting now: AzureWebJobs.NAME.Disabled=true",
          "set it where the app is deployed, before the release",
          outcome);
    } else {
      said(
          attribute,
          functions,
          Severity.MANUAL,
          "has no counterpart: from now on nothing switches the function off",
          "set the app setting AzureWebJobs.NAME.Disabled to what the setting or method said",
          outcome);
    }
  }

  private static void said(
      Attribute attribute,
      List<Function> functions,
      Severity severity,
      String what,
      String advice,
      RuleOutcome.Builder outcome) {
    outcome.finding(
        new Diagnostic(
            Code.HOST_ATTRIBUTE_REMOVED,
            severity,
            attribute.location(),
            "`"
                + attribute.name().text()
                + "` of function `"
                + functions.get(0).displayName()
                + "` "
                + what,
            advice));
  }

  /** The settings of functions that are always off, in a file that git knows. */
  private static void disabled(Conversion conversion, RuleOutcome.Builder outcome) {
    FunctionApp app = conversion.app();
    boolean isEdited = app.isLocalSettingsTracked() || conversion.options().editIgnored();
    if (!isEdited) {
      return;
    }
    List<String> settings =
        conversion.plans().stream()
            .map(FunctionPlan::function)
            .filter(
                function ->
                    around(function, app.code())
                        .filter(a -> app.code().names().isAttribute(a, DISABLE))
                        .anyMatch(a -> a.arguments().isEmpty()))
            .flatMap(function -> function.name().stream())
            .map(name -> "AzureWebJobs." + name + ".Disabled")
            .toList();
    app.localSettings().ifPresent(file -> set(file, settings, outcome));
  }

  private static void set(JsonFile file, List<String> settings, RuleOutcome.Builder outcome) {
    file.findMember("Values", "FUNCTIONS_WORKER_RUNTIME")
        .ifPresent(
            anchor ->
                settings.stream()
                    .filter(setting -> file.find("Values", setting).isEmpty())
                    .forEach(
                        setting ->
                            outcome.edits(
                                JsonEdits.in(file, INFO.id())
                                    .insertJsonAfter(anchor, setting, "\"true\""))));
  }
}
