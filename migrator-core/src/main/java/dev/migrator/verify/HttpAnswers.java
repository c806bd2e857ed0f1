package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.DeclaredParts;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What callers of HTTP functions get, and whether outputs beside the answer leave. */
final class HttpAnswers {
  private static final Set<String> TASKS =
      Set.of("System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1");
  private static final Set<String> NO_VALUE =
      Set.of("System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask");
  private static final String WORKER = "Microsoft.Azure.Functions.Worker.";

  private final NameResolver names;
  private final DeclaredParts declared;
  private final boolean isIntegrated;
  private final boolean mapsResults;

  HttpAnswers(FunctionApp app, AppCalls calls, Compatibility compatibility) {
    this.names = app.code().names();
    this.declared = DeclaredParts.of(names);
    this.isIntegrated = calls.hasHttpIntegration();
    this.mapsResults = compatibility.mapsResults();
  }

  void check(Function function, FunctionFindings findings) {
    if (function.isHttp()) {
      outputOnMethod(function, findings);
      result(function, findings);
    }
    outputsOfValueTask(function, findings);
  }

  private static void outputOnMethod(Function function, FunctionFindings findings) {
    for (Binding binding : function.bindings()) {
      if (binding.isReturn()
          && binding.direction() == Direction.OUT
          && !binding.kind().equals("http")) {
        findings.add(
            Code.OUTPUT_BESIDE_RESPONSE,
            isMeantAsOutput(binding) ? Severity.WARNING : Severity.ERROR,
            function,
            "answers HTTP and has an output attribute on the method: the caller gets nothing");
      }
    }
  }

  /** A type made for the output, such as {@code SignalRMessageAction}, is no answer. */
  private static boolean isMeantAsOutput(Binding binding) {
    return binding
        .clrType()
        .filter(type -> type.startsWith(WORKER) && !type.startsWith(WORKER + "Http."))
        .isPresent();
  }

  private void result(Function function, FunctionFindings findings) {
    Optional<TypeSyntax> result = result(function.method().returnType());
    boolean hasOutputOnMethod =
        function.bindings().stream().anyMatch(b -> b.isReturn() && !b.kind().equals("http"));
    if (isIntegrated
        && !mapsResults
        && !hasOutputOnMethod
        && result.filter(this::isNeverExecuted).isPresent()) {
      findings.add(
          Code.RESPONSE_NOT_EXECUTED,
          function,
          "returns `" + result.get().text() + "` to HTTP: the caller gets an empty 200");
    }
  }

  /** Without the task around it; empty for methods without a value. */
  private Optional<TypeSyntax> result(TypeSyntax written) {
    TypeSyntax type = bare(written);
    Resolution resolution = names.resolve(type);
    if (type.text().equals("void") || resolution.isAny(NO_VALUE)) {
      return Optional.empty();
    }
    return resolution.isAny(TASKS) && !type.typeArguments().isEmpty()
        ? Optional.of(bare(type.typeArguments().get(0)))
        : Optional.of(type);
  }

  private static TypeSyntax bare(TypeSyntax type) {
    return type.kind() == SyntaxKind.NULLABLE_TYPE
        ? type.elementType().map(HttpAnswers::bare).orElse(type)
        : type;
  }

  /** {@code object} may hold an action result, an unknown type may be one. */
  private boolean isNeverExecuted(TypeSyntax type) {
    if (type.kind() == SyntaxKind.PREDEFINED_TYPE) {
      return !type.text().equals("object");
    }
    if (type.kind() == SyntaxKind.ARRAY_TYPE || type.kind() == SyntaxKind.TUPLE_TYPE) {
      return true;
    }
    return names.resolve(type).type().filter(this::isPlainValue).isPresent();
  }

  private boolean isPlainValue(TypeSymbol type) {
    if (type.isDeclared()) {
      List<TypeDeclaration> parts = declared.of(type);
      return parts.stream().allMatch(this::isPlainValue) && !parts.isEmpty();
    }
    return type.is("Microsoft.AspNetCore.Mvc.ActionResult`1")
        || type.is("System.Net.Http.HttpResponseMessage")
        || type.metadataName().startsWith("System.Collections.")
        || type.metadataName().matches("System\\.[A-Za-z0-9]+")
        || type.metadataName().startsWith("System.IO.");
  }

  /** A class without a base and without a property that may be the answer. */
  private boolean isPlainValue(TypeDeclaration part) {
    return part.baseTypes().isEmpty()
        && part.parameterList().stream()
            .flatMap(list -> list.parameters().stream())
            .allMatch(parameter -> parameter.attributeLists().isEmpty())
        && part.members().stream()
            .filter(PropertyDeclaration.class::isInstance)
            .map(PropertyDeclaration.class::cast)
            .noneMatch(this::isAnswer);
  }

  private boolean isAnswer(PropertyDeclaration property) {
    String type = names.resolve(bare(property.type())).type().map(t -> t.metadataName()).orElse("");
    boolean isResponse = type.startsWith("Microsoft.AspNetCore.") || type.startsWith(WORKER);
    return isResponse
        || property
            .attributes()
            .map(names::resolveAttribute)
            .anyMatch(
                attribute ->
                    attribute.type().map(t -> t.metadataName().startsWith(WORKER)).orElse(true));
  }

  /** The worker looks for outputs in the result of a {@code Task} only (core-model 2.1). */
  private void outputsOfValueTask(Function function, FunctionFindings findings) {
    boolean hasOutputs = function.outputs().stream().anyMatch(output -> !output.isReturn());
    if (hasOutputs
        && names.resolve(function.method().returnType()).is("System.Threading.Tasks.ValueTask`1")) {
      findings.add(
          Code.OUTPUTS_NOT_FOUND,
          function,
          "returns its outputs in a ValueTask: the worker does not find them, nothing is sent");
    }
  }
}
