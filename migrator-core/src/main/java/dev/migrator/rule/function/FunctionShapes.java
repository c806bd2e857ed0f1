package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds functions that the worker would not load or run as before (core-model 2.1); changes
 * nothing.
 */
public final class FunctionShapes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0305", "Functions have a shape that the worker can load", Step.CODE);

  private static final Set<String> NAMES = Set.of("FunctionName", "FunctionNameAttribute");

  private static final Set<String> DISPOSABLE =
      Set.of("System.IDisposable", "System.IAsyncDisposable");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (FunctionPlan plan : conversion.plans()) {
      bindings(plan.function(), conversion, outcome);
      method(plan.function(), outcome);
      type(plan.function(), conversion.app().code(), outcome);
      overloads(plan.function(), conversion.plans(), outcome);
      RouteTemplates.check(plan.function()).forEach(outcome::finding);
      CosmosVersion.check(plan.function(), conversion.app().project()).forEach(outcome::finding);
      CosmosQueries.check(plan.function(), conversion.app().code()).forEach(outcome::finding);
      ParameterNotes.check(plan, conversion.app().project()).forEach(outcome::finding);
      BodyMembers.check(plan.function()).forEach(outcome::finding);
      RetryAttributes.check(plan.function(), conversion.app().code().names())
          .forEach(outcome::finding);
    }
    RouteShapes.check(conversion.plans()).forEach(outcome::finding);
    unresolvedNames(conversion.app().code(), outcome);
    return outcome.build();
  }

  /** A function whose name attribute does not resolve would be left behind without a word. */
  private static void unresolvedNames(CodeBase code, RuleOutcome.Builder outcome) {
    code.files().stream()
        .flatMap(CSharpFile::methods)
        .flatMap(MethodDeclaration::attributes)
        .filter(attribute -> NAMES.contains(attribute.name().simpleName()))
        .filter(attribute -> code.names().resolveAttribute(attribute).type().isEmpty())
        .forEach(
            attribute ->
                outcome.finding(
                    Diagnostic.of(
                        Code.BINDING_TYPE_UNRESOLVED,
                        attribute.location(),
                        "`" + attribute.text() + "` cannot be resolved to one type",
                        "make the project compile: a using is missing, or two types have the name")));
  }

  private static void bindings(
      Function function, Conversion conversion, RuleOutcome.Builder outcome) {
    for (Attribute attribute : function.unresolvedAttributes()) {
      outcome.finding(
          Diagnostic.of(
              Code.BINDING_TYPE_UNRESOLVED,
              attribute.location(),
              "attribute `"
                  + attribute.name().text()
                  + "` of function `"
                  + function.displayName()
                  + "` cannot be resolved",
              "make the project compile, or tell its type in migrator.yaml"));
    }
    for (Binding binding : function.bindings()) {
      if (!conversion.knows(binding.kind())) {
        outcome.finding(
            Diagnostic.of(
                Code.BINDING_UNKNOWN,
                binding.attribute().map(Attribute::location).orElse(function.location()),
                "no rule knows the binding `"
                    + binding.kind()
                    + "` of function `"
                    + function.displayName()
                    + "`",
                DurableFunctions.advice(binding.kind())));
      }
    }
    if (function.name().isEmpty()) {
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_NAME_UNRESOLVED,
              function.nameAttribute().location(),
              "the name of function `"
                  + function.displayName()
                  + "` is no constant that can be told",
              "write the name as a literal, nameof or constant of the solution"));
    }
    if (function.trigger().isEmpty() && function.unresolvedAttributes().isEmpty()) {
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_WITHOUT_TRIGGER,
              function.location(),
              "function `" + function.displayName() + "` has no trigger, or more than one",
              "give it exactly one trigger, or delete its FunctionName"));
    }
  }

  private static void method(Function function, RuleOutcome.Builder outcome) {
    MethodDeclaration method = function.method();
    if (!method.hasModifier("public")) {
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_NEVER_RAN,
              function.location(),
              "function `"
                  + function.displayName()
                  + "` is not public: it never ran, and never will",
              "make the method public, or delete its attribute"));
    }
    function.parameters().stream()
        .filter(parameter -> parameter.syntax().hasModifier("ref"))
        .forEach(parameter -> outcome.finding(byReference(function, parameter)));
  }

  private static Diagnostic byReference(Function function, FunctionParameter parameter) {
    return unsupported(
        function,
        "takes `" + parameter.name() + "` by ref",
        "use out or a collector, or return the value");
  }

  private static void type(Function function, CodeBase code, RuleOutcome.Builder outcome) {
    Optional<TypeDeclaration> holder = function.method().containingType();
    if (holder.isEmpty()) {
      return;
    }
    TypeDeclaration type = holder.get();
    if (type.hasModifier("abstract") && !function.method().hasModifier("static")) {
      outcome.finding(withoutObject(function, subclasses(type, code)));
    }
    if (hasTwoConstructors(type)) {
      outcome.finding(constructors(function, type));
    }
    type.baseTypes().stream()
        .filter(base -> isDisposable(base, code.names()))
        .findFirst()
        .ifPresent(base -> outcome.finding(disposable(function, type)));
  }

  private static List<String> subclasses(TypeDeclaration type, CodeBase code) {
    return code.files().stream()
        .flatMap(CSharpFile::types)
        .filter(
            other ->
                other.baseTypes().stream()
                    .anyMatch(base -> code.names().resolve(base).is(type.metadataName())))
        .map(other -> "`" + other.identifier().text() + "`")
        .distinct()
        .toList();
  }

  /** Neither the host nor the worker looks at subclasses: there is nothing to call it on. */
  private static Diagnostic withoutObject(Function function, List<String> subclasses) {
    return new Diagnostic(
        Code.FUNCTION_SHAPE_UNSUPPORTED,
        subclasses.size() > 1 ? Severity.MANUAL : Severity.WARNING,
        function.location(),
        "function `"
            + function.displayName()
            + "` stands in an abstract class: each call failed in-process, and fails from now on",
        subclasses.isEmpty()
            ? "delete its attributes, or move it to a class that is not abstract"
            : "where it shall run, write a function in "
                + String.join(" and ", subclasses)
                + " that calls it, each with a name of its own");
  }

  /** Two of the longest constructors, and none of them is marked as the one to take. */
  private static boolean hasTwoConstructors(TypeDeclaration type) {
    List<Integer> lengths =
        type.members().stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .filter(constructor -> constructor.hasModifier("public"))
            .filter(constructor -> constructor.attributes().findAny().isEmpty())
            .map(constructor -> constructor.parameterList().parameters().size())
            .sorted(Comparator.reverseOrder())
            .toList();
    return lengths.size() > 1 && lengths.get(0).equals(lengths.get(1));
  }

  private static Diagnostic constructors(Function function, TypeDeclaration type) {
    return new Diagnostic(
        Code.FUNCTION_SHAPE_UNSUPPORTED,
        Severity.MANUAL,
        function.file().source().location(type.identifier().span().start()),
        "class `"
            + type.identifier().text()
            + "` has two public constructors of one length: each call of its functions may fail",
        "mark one with [ActivatorUtilitiesConstructor], or delete the other");
  }

  /** The in-process host ran the first of several functions with one method, and no other. */
  private static void overloads(
      Function function, List<FunctionPlan> plans, RuleOutcome.Builder outcome) {
    boolean isShared =
        plans.stream()
            .map(FunctionPlan::function)
            .filter(other -> !other.equals(function))
            .anyMatch(other -> methodName(other).equals(methodName(function)));
    if (isShared) {
      outcome.finding(
          Diagnostic.of(
              Code.METHOD_OVERLOADED,
              function.location(),
              "method `"
                  + function.method().identifier().text()
                  + "` is several functions; in-process only one of them ran, and function `"
                  + function.displayName()
                  + "` may be another",
              "take the attribute off the overloads that never ran"));
    }
  }

  private static String methodName(Function function) {
    return function.method().containingType().map(TypeDeclaration::metadataName).orElse("")
        + "."
        + function.method().identifier().identifier();
  }

  private static boolean isDisposable(TypeSyntax base, NameResolver names) {
    return names.resolve(base).isAny(DISPOSABLE);
  }

  private static Diagnostic disposable(Function function, TypeDeclaration type) {
    return Diagnostic.of(
        Code.FUNCTION_CLASS_DISPOSABLE,
        function.file().source().location(type.identifier().span().start()),
        "class `"
            + type.identifier().text()
            + "` is disposable; the in-process host disposed it after each call, the worker never does",
        "dispose inside the methods, or move the resource to a scoped service");
  }

  private static Diagnostic unsupported(Function function, String what, String advice) {
    return Diagnostic.of(
        Code.FUNCTION_SHAPE_UNSUPPORTED,
        function.location(),
        "function `" + function.displayName() + "` " + what + ": the worker cannot run it",
        advice);
  }
}
