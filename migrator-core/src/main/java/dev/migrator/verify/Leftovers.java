package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.project.PackageReference;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;

/** Finds packages, namespaces, attributes and settings of the in-process model. */
final class Leftovers {
  private static final String NAMESPACE = "Microsoft.Azure.WebJobs";

  /** The worker's edition of this extension depends on its core package. */
  private static final String OPEN_API = "Microsoft.Azure.WebJobs.Extensions.OpenApi";

  private final FunctionApp app;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Leftovers(FunctionApp app) {
    this.app = app;
  }

  static List<Diagnostic> of(FunctionApp app) {
    Leftovers leftovers = new Leftovers(app);
    leftovers.packages();
    app.code().files().forEach(leftovers::file);
    leftovers.settings();
    return leftovers.findings;
  }

  private void packages() {
    for (PackageReference reference : app.project().items().packages()) {
      if (isInProcess(reference)) {
        add(
            Location.ofFile(reference.file().path()),
            "package " + reference.id() + " belongs to the in-process model",
            "remove the reference");
      }
    }
  }

  private static boolean isInProcess(PackageReference reference) {
    return reference.hasIdPrefix(NAMESPACE) && !reference.hasIdPrefix(OPEN_API)
        || reference.hasId("Microsoft.NET.Sdk.Functions")
        || reference.hasId("Microsoft.Azure.Functions.Extensions");
  }

  private void file(CSharpFile file) {
    boolean hasFunctions = app.functions().stream().anyMatch(f -> f.file().equals(file));
    file.root().usings().stream()
        .filter(this::isInProcess)
        .forEach(using -> using(using, hasFunctions ? Severity.ERROR : Severity.WARNING));
    file.methods().forEach(this::method);
  }

  private boolean isInProcess(UsingDirective using) {
    String name = using.name().dottedName();
    return using.opensNamespace()
        && (name.equals(NAMESPACE) || name.startsWith(NAMESPACE + "."))
        && !name.startsWith(OPEN_API)
        && app.code().files().stream()
            .flatMap(CSharpFile::types)
            .noneMatch(type -> type.namespace().equals(name));
  }

  /** Beside functions their attributes may be those of the namespace. */
  private void using(UsingDirective using, Severity severity) {
    findings.add(
        new Diagnostic(
            Code.IN_PROCESS_LEFT,
            severity,
            using.location(),
            "`" + using.text() + "` opens a namespace of the in-process model",
            "remove the directive, or run migrator convert again"));
  }

  private void method(MethodDeclaration method) {
    method
        .attributes()
        .filter(this::isFunctionName)
        .forEach(
            attribute ->
                add(
                    attribute.location(),
                    "the worker ignores `["
                        + attribute.text()
                        + "]`: the function disappears without a word",
                    "write [Function(…)], or run migrator convert again"));
  }

  /** Unless the app declares an attribute of that name. */
  private boolean isFunctionName(Attribute attribute) {
    if (!attribute.name().simpleName().matches("FunctionName(Attribute)?")) {
      return false;
    }
    Resolution resolution = app.code().names().resolveAttribute(attribute);
    return resolution.type().filter(type -> type.isDeclared()).isEmpty();
  }

  private void settings() {
    app.localSettings()
        .flatMap(json -> json.find("Values", "FUNCTIONS_WORKER_RUNTIME"))
        .filter(value -> value.asText().filter("dotnet"::equalsIgnoreCase).isPresent())
        .ifPresent(
            value ->
                findings.add(
                    new Diagnostic(
                        Code.IN_PROCESS_LEFT,
                        Severity.WARNING,
                        Location.ofFile(app.project().pathBeside("local.settings.json")),
                        "FUNCTIONS_WORKER_RUNTIME is `dotnet`: the app does not start on this"
                            + " machine",
                        "set it to dotnet-isolated")));
  }

  private void add(Location at, String message, String advice) {
    findings.add(Diagnostic.of(Code.IN_PROCESS_LEFT, at, message, advice));
  }
}
