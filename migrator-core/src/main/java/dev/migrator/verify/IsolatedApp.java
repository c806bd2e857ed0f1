package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what compiles in an isolated app and then fails silently. */
public final class IsolatedApp {
  private final FunctionApp app;
  private final Set<String> neverRan;
  private final SuppliedParameters parameters;
  private final HttpAnswers answers;
  private final FunctionFindings findings = new FunctionFindings();

  private IsolatedApp(
      FunctionApp app, AppCalls calls, Compatibility compatibility, Set<String> neverRan) {
    this.app = app;
    this.neverRan = neverRan;
    this.parameters = new SuppliedParameters(app, compatibility);
    this.answers = new HttpAnswers(app, calls, compatibility);
  }

  /**
   * All findings of an app that was read in the isolated world.
   *
   * @param neverRan names of functions that are known not to run, neither before nor now
   */
  public static List<Diagnostic> check(FunctionApp app, Set<String> neverRan) {
    AppCalls calls = AppCalls.of(app);
    Compatibility compatibility = Compatibility.of(app, calls);
    IsolatedApp check = new IsolatedApp(app, calls, compatibility, neverRan);
    app.functions().forEach(check::function);
    return Stream.of(
            Leftovers.of(app),
            RequiredRegistrations.of(app, calls, compatibility),
            check.findings.all())
        .flatMap(List::stream)
        .toList();
  }

  private void function(Function function) {
    shape(function);
    answers.check(function, findings);
    function.parameters().forEach(parameter -> parameter(function, parameter));
  }

  private void shape(Function function) {
    Severity ofDeadCode =
        function.name().filter(neverRan::contains).isPresent() ? Severity.WARNING : Severity.ERROR;
    if (!function.method().hasModifier("public")) {
      String what = "is not public: the worker drops it without a word";
      findings.add(Code.FUNCTION_NOT_PUBLIC, ofDeadCode, function, what);
    }
    if (function.isNested()) {
      String what = "stands in a nested class: it cannot load";
      findings.add(Code.FUNCTION_NESTED, ofDeadCode, function, what);
    }
    if (app.code().isOverloaded(function.method())) {
      findings.add(Code.FUNCTION_AMBIGUOUS, function, "has overloads: the worker cannot load it");
    }
    long triggers = function.bindings().stream().filter(Binding::isTrigger).count();
    if (triggers != 1 && function.unresolvedAttributes().isEmpty()) {
      findings.add(
          Code.FUNCTION_NEVER_STARTS, function, "has " + triggers + " triggers instead of one");
    }
  }

  private void parameter(Function function, FunctionParameter parameter) {
    Optional<String> type = parameter.typeName();
    if (parameter.isByReference()) {
      findings.add(
          Code.BY_REFERENCE_PARAMETER,
          function,
          "takes `" + parameter.name() + "` by reference: the worker passes values only");
    } else if (parameters.isMissing(function, parameter)) {
      findings.add(
          Code.PARAMETER_ARRIVES_NULL,
          function,
          "takes `"
              + parameter.name()
              + "` of type "
              + type.orElse("?")
              + ", which nobody supplies: it arrives null");
    }
  }
}
