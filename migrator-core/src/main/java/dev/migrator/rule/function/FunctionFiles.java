package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
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
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes a {@code function.json} that the build wrote anew from attributes, and names functions
 * that a person described in one: the worker ignores the file, so they would be gone (core-model
 * 1).
 */
public final class FunctionFiles implements Rule {
  static final String ID = "MIG0335";

  private static final RuleInfo INFO =
      RuleInfo.of(ID, "No function is left to a function.json", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    List<MsBuildElement> items = new ArrayList<>();
    for (JsonFile file : app.functionFiles().stream().filter(FunctionFiles::isWritten).toList()) {
      if (isReplaced(file, app)) {
        outcome.deletion(new RuleOutcome.Deletion(file.path(), INFO.id()));
        app.project().file().items().stream()
            .filter(item -> names(item, file, app))
            .map(MsBuildItem::element)
            .forEach(items::add);
      } else {
        outcome.finding(finding(file, app));
      }
    }
    outcome.edits(MsBuildEdits.in(app.project().file(), INFO.id()).removeAll(items));
    return outcome.build();
  }

  /** Where the build copied no file over that which it made of the attributes, or an equal one. */
  private static boolean isReplaced(JsonFile file, FunctionApp app) {
    List<MethodDeclaration> methods = methods(file, app);
    return app.functions().stream()
        .filter(function -> methods.contains(function.method()))
        .filter(function -> function.name().filter(folder(file)::equals).isPresent())
        .anyMatch(function -> !mayBeCopied(file, app) || isEqual(file, function));
  }

  private static boolean mayBeCopied(JsonFile file, FunctionApp app) {
    return app.project().file().items().stream()
        .filter(item -> item.metadata("CopyToOutputDirectory").isPresent())
        .anyMatch(
            item ->
                names(item, file, app)
                    || Stream.concat(item.update().stream(), item.include().stream())
                        .anyMatch(path -> path.contains("*") || path.contains("$(")));
  }

  /** The bindings that a file describes. */
  static List<JsonValue> bindings(JsonFile file) {
    return file.find("bindings").orElse(null) instanceof JsonValue.JsonArray array
        ? array.elements()
        : List.of();
  }

  private static boolean isEqual(JsonFile file, Function function) {
    List<JsonValue> described = bindings(file);
    return described.size() == function.bindings().size()
        && described.stream()
            .allMatch(
                value -> function.bindings().stream().anyMatch(binding -> isEqual(value, binding)));
  }

  private static boolean isEqual(JsonValue described, Binding binding) {
    return described.members().stream()
        .allMatch(
            member -> text(member.value()).equalsIgnoreCase(ofAttribute(binding, member.name())));
  }

  /** Lists in the writing of contracts. */
  private static String text(JsonValue value) {
    if (value instanceof JsonValue.JsonArray array) {
      return array.elements().stream().flatMap(e -> e.asText().stream()).sorted().toList() + "";
    }
    return value instanceof JsonValue.JsonLiteral literal
        ? literal.text()
        : value.asText().orElse("");
  }

  private static String ofAttribute(Binding binding, String name) {
    return switch (name) {
      case "type" -> binding.kind();
      case "name" -> binding.name();
      case "direction" -> binding.direction().name().toLowerCase(Locale.ROOT);
      case "path" ->
          String.valueOf(binding.properties().getOrDefault("blobPath", property(binding, name)));
      default -> property(binding, name);
    };
  }

  private static String property(Binding binding, String name) {
    return String.valueOf(binding.properties().get(name));
  }

  static String folder(JsonFile file) {
    String[] parts = file.path().split("/");
    return parts[parts.length - 2];
  }

  private static boolean names(MsBuildItem item, JsonFile file, FunctionApp app) {
    return Stream.concat(item.update().stream(), item.include().stream())
        .map(path -> app.project().pathBeside(path.replace('\\', '/')))
        .anyMatch(file.path()::equals);
  }

  /** By a person, and of compiled code: those of a build say which tool made them. */
  static boolean isWritten(JsonFile file) {
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
            Severity.MANUAL,
            "the worker reads the attributes of `"
                + entryPoint
                + "` alone; the host read the file, which may say something else",
            "compare name and bindings of the file with the attributes, change these, delete the"
                + " file")
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

  /** The methods of the entry point of a file. */
  static List<MethodDeclaration> methods(JsonFile file, FunctionApp app) {
    return methods(text(file, "entryPoint").orElse(""), app);
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
