package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.TriggerMetadata;
import dev.migrator.model.project.PackageReference;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what compiles in an isolated app and then fails silently. */
public final class IsolatedApp {
  private static final String COMPATIBILITY = "UseInProcessCompatibility";
  private static final Set<String> PLAIN_VALUES =
      Set.of(
          "Microsoft.Azure.Functions.Worker.FunctionContext",
          "System.Threading.CancellationToken",
          "System.String",
          "System.Boolean",
          "System.Byte",
          "System.Char",
          "System.DateTime",
          "System.DateTimeOffset",
          "System.Decimal",
          "System.Double",
          "System.Guid",
          "System.Int16",
          "System.Int32",
          "System.Int64",
          "System.Single",
          "System.UInt16",
          "System.UInt32",
          "System.UInt64");

  private final FunctionApp app;
  private final Set<String> calls;
  private final List<Diagnostic> findings = new ArrayList<>();

  private IsolatedApp(FunctionApp app) {
    this.app = app;
    this.calls = calls(app.code());
  }

  /** All findings of an app that was read in the isolated world. */
  public static List<Diagnostic> check(FunctionApp app) {
    IsolatedApp check = new IsolatedApp(app);
    check.packages();
    check.usings();
    check.registrations();
    app.functions().forEach(check::function);
    return check.findings;
  }

  private static Set<String> calls(CodeBase code) {
    Set<String> names = new TreeSet<>();
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(Invocation.class)
          .forEach(
              call -> {
                if (call.target() instanceof MemberAccess access) {
                  names.add(access.name().identifier());
                }
              });
    }
    return names;
  }

  private void packages() {
    for (PackageReference reference : app.project().items().packages()) {
      boolean isInProcess =
          reference.hasIdPrefix("Microsoft.Azure.WebJobs")
                  && !reference.hasIdPrefix("Microsoft.Azure.WebJobs.Extensions.OpenApi")
              || reference.hasId("Microsoft.NET.Sdk.Functions")
              || reference.hasId("Microsoft.Azure.Functions.Extensions");
      if (isInProcess) {
        findings.add(
            Diagnostic.of(
                Code.IN_PROCESS_LEFT,
                Location.ofFile(reference.file().path()),
                "package " + reference.id() + " belongs to the in-process model",
                "remove the reference"));
      }
    }
  }

  private void usings() {
    for (CSharpFile file : app.code().files()) {
      for (UsingDirective using : file.root().usings()) {
        String name = using.name().dottedName();
        if (name.equals("Microsoft.Azure.WebJobs")) {
          findings.add(
              Diagnostic.of(
                  Code.IN_PROCESS_LEFT,
                  using.location(),
                  "`" + using.text() + "` opens a namespace of the in-process model",
                  "remove the directive, or run migrator convert again"));
        }
      }
    }
  }

  private void registrations() {
    boolean hasCompatibility =
        app.code().files().stream()
            .flatMap(CSharpFile::methods)
            .anyMatch(method -> method.identifier().identifier().equals(COMPATIBILITY));
    if (hasCompatibility) {
      required(COMPATIBILITY, "parameters would arrive null and results would be empty");
    }
    boolean takesRequest =
        app.functions().stream()
            .filter(Function::isHttp)
            .flatMap(function -> function.parameters().stream())
            .anyMatch(p -> hasType(p, "Microsoft.AspNetCore.Http.HttpRequest"));
    if (takesRequest) {
      required("ConfigureFunctionsWebApplication", "every HttpRequest would be null");
    }
  }

  private void required(String call, String otherwise) {
    if (!calls.contains(call)) {
      findings.add(
          Diagnostic.of(
              Code.REGISTRATION_MISSING,
              Location.ofFile(app.project().path()),
              "nothing calls `" + call + "`: " + otherwise,
              "call it on the builder in Program.cs"));
    }
  }

  private void function(Function function) {
    MethodDeclaration method = function.method();
    if (!method.hasModifier("public")) {
      add(Code.FUNCTION_NEVER_RAN, function, "is not public: the worker drops it without a word");
    }
    if (function.isNested()) {
      add(Code.FUNCTION_SHAPE_UNSUPPORTED, function, "stands in a nested class: it cannot load");
    }
    if (app.code().isOverloaded(function.method())) {
      add(Code.METHOD_OVERLOADED, function, "has overloads: the worker cannot load it");
    }
    boolean outputOnMethod =
        function.bindings().stream()
            .anyMatch(b -> b.isReturn() && b.direction() == Direction.OUT && !isHttp(b));
    if (function.isHttp() && outputOnMethod) {
      add(
          Code.OUTPUT_BESIDE_RESPONSE,
          function,
          "answers HTTP and has an output attribute on the method: the caller gets nothing");
    }
    function.parameters().forEach(parameter -> parameter(function, parameter));
  }

  private static boolean isHttp(Binding binding) {
    return binding.kind().equals("http");
  }

  private void parameter(Function function, FunctionParameter parameter) {
    if (parameter.isByReference()) {
      add(
          Code.BY_REFERENCE_PARAMETER,
          function,
          "takes `" + parameter.name() + "` by reference: the generated call does not compile");
    } else if (parameter.binding().isEmpty()
        && !isSupplied(parameter)
        && !TriggerMetadata.supplies(function, parameter)) {
      add(
          Code.PARAMETER_ARRIVES_NULL,
          function,
          "takes `" + parameter.name() + "`, which nobody supplies: it arrives null");
    }
  }

  private boolean isSupplied(FunctionParameter parameter) {
    String type = parameter.typeName().orElse("");
    return PLAIN_VALUES.contains(type)
        || calls.contains(COMPATIBILITY) && CompatibilityTypes.supplies(app, type);
  }

  private static boolean hasType(FunctionParameter parameter, String type) {
    return parameter.typeName().filter(type::equals).isPresent();
  }

  private void add(Code code, Function function, String what) {
    findings.add(
        new Diagnostic(
            code,
            dev.migrator.diagnostic.Severity.ERROR,
            function.location(),
            "function `" + function.displayName() + "` " + what,
            "migrator explain " + code.id() + " says how to repair it"));
  }
}
