package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Source files of an app that show its OpenAPI documents, mostly copies of the package's templates:
 * the package for the worker has functions of the same names and routes.
 *
 * @param files that hold nothing else
 * @param findings about each function of them
 */
record OpenApiEndpoints(List<CSharpFile> files, List<Diagnostic> findings) {
  private static final Set<String> NAMES =
      Set.of("RenderSwaggerDocument", "RenderOpenApiDocument", "RenderSwaggerUI");
  private static final Pattern ROUTES =
      Pattern.compile(
          "swagger\\.(?:\\{extension\\}|json|yaml)|swagger/ui"
              + "|openapi/(?:\\{version\\}|v2|v3)\\.(?:\\{extension\\}|json|yaml)");

  OpenApiEndpoints {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  static OpenApiEndpoints of(FunctionApp app) {
    List<CSharpFile> files =
        app.code().files().stream()
            .filter(file -> file.source().text().contains(OpenApiPackage.OLD))
            .filter(file -> isEndpoints(file, app))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Diagnostic> findings =
        app.functions().stream()
            .filter(function -> files.contains(function.file()))
            .map(OpenApiEndpoints::finding)
            .toList();
    if (!files.isEmpty()) {
      app.code().files().stream()
          .filter(file -> !files.contains(file) && isTemplate(file))
          .forEach(files::add);
    }
    return new OpenApiEndpoints(files, findings);
  }

  /** Whether all functions of a file, and at least one, show documents. */
  private static boolean isEndpoints(CSharpFile file, FunctionApp app) {
    List<Function> functions =
        app.functions().stream().filter(function -> function.file().equals(file)).toList();
    return !functions.isEmpty()
        && functions.stream()
            .allMatch(
                function ->
                    function.isHttp() && function.name().filter(NAMES::contains).isPresent());
  }

  /** What the package's templates declare, in its own namespace. */
  private static boolean isTemplate(CSharpFile file) {
    List<TypeDeclaration> types = file.types().toList();
    return !types.isEmpty()
        && types.stream().allMatch(type -> type.namespace().equals(OpenApiPackage.OLD));
  }

  private static Diagnostic finding(Function function) {
    Binding trigger = function.trigger().orElseThrow();
    String route = String.valueOf(trigger.properties().getOrDefault("route", ""));
    boolean isOpen = "anonymous".equals(trigger.properties().get("authLevel"));
    boolean isSame = ROUTES.matcher(route).matches();
    if (isOpen && isSame) {
      return Diagnostic.of(
          Code.DOCUMENTS_OF_PACKAGE,
          function.location(),
          "`" + function.displayName() + "` comes from the package for the worker now",
          "look at title and version of the document: they come from the settings OpenApi__DocTitle"
              + " and OpenApi__DocVersion, or from an IOpenApiConfigurationOptions");
    }
    return Diagnostic.of(
        Code.DOCUMENTS_OPENED,
        function.location(),
        "`"
            + function.displayName()
            + (isOpen
                ? "` has a route of its own, and the package for the worker does not know it"
                : "` asks for a key, and the function of the package for the worker asks nobody"),
        isOpen
            ? "give it the route of the package's function, or take it out, and run again"
            : "make it AuthorizationLevel.Anonymous where everybody may read the document, or take"
                + " it out, and run again");
  }

  /** Names of types that go with the files. */
  List<Diagnostic> usesIn(CSharpFile file, CodeBase code) {
    if (files.isEmpty()) {
      return List.of();
    }
    Set<String> gone =
        files.stream()
            .flatMap(CSharpFile::types)
            .map(TypeDeclaration::metadataName)
            .collect(Collectors.toUnmodifiableSet());
    return code.names()
        .references(file)
        .filter(reference -> isGone(reference.resolution().type().stream(), gone))
        .map(
            reference ->
                Diagnostic.of(
                    Code.TYPE_WITHOUT_COUNTERPART,
                    file.source().location(reference.span().start()),
                    "`" + reference.text() + "` goes with the functions of the OpenAPI documents",
                    "take it out, and run again"))
        .toList();
  }

  private static boolean isGone(Stream<TypeSymbol> types, Set<String> gone) {
    return types.anyMatch(type -> type.isDeclared() && gone.contains(type.metadataName()));
  }
}
