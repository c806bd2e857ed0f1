package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Names functions that a person described in {@code function.json}: the worker ignores the file, so
 * a function that has no attributes would be gone (core-model 1); changes nothing.
 */
public final class FunctionFiles implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0335", "Functions of a function.json are named", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    app.functionFiles().stream()
        .filter(FunctionFiles::isWritten)
        .forEach(file -> outcome.finding(finding(file, app)));
    return outcome.build();
  }

  /** By a person, and of compiled code: those of a build say which tool made them. */
  private static boolean isWritten(JsonFile file) {
    return file.find("generatedBy").isEmpty()
        && text(file, "scriptFile").filter(script -> script.endsWith(".dll")).isPresent();
  }

  private static Optional<String> text(JsonFile file, String name) {
    return file.find(name).flatMap(JsonValue::asText);
  }

  private static Diagnostic finding(JsonFile file, FunctionApp app) {
    String entryPoint = text(file, "entryPoint").orElse("");
    List<MethodDeclaration> methods = methods(entryPoint, app);
    if (methods.isEmpty()) {
      return of(
          file,
          Severity.MANUAL,
          "its method `" + entryPoint + "` is not in the source: the worker does not know it",
          "move the code into the app, or take the function out");
    }
    boolean hasAttributes =
        app.functions().stream().anyMatch(function -> methods.contains(function.method()));
    return hasAttributes
        ? of(
            file,
            Severity.INFO,
            "the worker reads the attributes of `" + entryPoint + "` instead",
            "delete the file")
        : of(
            file,
            Severity.BLOCKER,
            "`" + entryPoint + "` has no attributes, and the worker reads nothing else",
            "write [FunctionName] and the attributes of the bindings at the method, delete the"
                + " file, and run again");
  }

  private static Diagnostic of(JsonFile file, Severity severity, String message, String advice) {
    return new Diagnostic(
        Code.FUNCTION_OF_FILE, severity, Location.ofFile(file.path()), message, advice);
  }

  private static List<MethodDeclaration> methods(String entryPoint, FunctionApp app) {
    int dot = entryPoint.lastIndexOf('.');
    if (dot < 0) {
      return List.of();
    }
    String name = entryPoint.substring(dot + 1);
    return app.running()
        .flatMap((CodeBase code) -> code.declared(entryPoint.substring(0, dot)))
        .flatMap(type -> type.methods())
        .filter(method -> method.identifier().identifier().equals(name))
        .toList();
  }
}
