package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Registers what the in-process host had registered by itself: the factory of HTTP clients, the
 * accessor of the current request, the caller that the platform signed in, synchronous writes
 * (core-model 3.5, 3.6, 6.4). Without it the code compiles and fails, or finds null, at each call.
 */
public final class HostServices implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0404", "The worker registers the services of the host", Step.CODE);

  private static final String PRINCIPAL = "System.Security.Claims.ClaimsPrincipal";
  private static final String HTTP_CLIENT = "System.Net.Http.HttpClient";
  private static final String CLIENT_FACTORY = "System.Net.Http.IHttpClientFactory";
  private static final Set<String> ACCESSORS =
      Set.of(
          "Microsoft.AspNetCore.Http.IHttpContextAccessor",
          "Microsoft.AspNetCore.Http.HttpContextAccessor");
  private static final Set<String> WRITE_SYNCHRONOUSLY =
      Set.of(
          "System.Net.Http.PushStreamContent",
          "System.Net.Http.ObjectContent",
          "System.Net.Http.ObjectContent`1");
  private static final Set<String> SERVICE_CALLS = Set.of("GetService", "GetRequiredService");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    if (app.functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    httpClient(app, outcome);
    accessor(app, outcome);
    if (app.hasHttp()) {
      caller(app, outcome);
      synchronousWrites(app, outcome);
    }
    return outcome.build();
  }

  private static Stream<NameReference> references(FunctionApp app) {
    return app.running()
        .flatMap(code -> code.files().stream().flatMap(file -> code.names().references(file)))
        .filter(reference -> reference.node().isPresent());
  }

  /** A call in a library may be one that the app never reaches; a second registration is none. */
  private static void httpClient(FunctionApp app, RuleOutcome.Builder outcome) {
    boolean isInjected =
        references(app)
            .anyMatch(
                reference ->
                    reference.resolution().is(CLIENT_FACTORY)
                        || reference.resolution().is(HTTP_CLIENT) && isInjected(reference));
    if (isInjected && !calls(app, "AddHttpClient"::equals)) {
      outcome.need(new Need.Registration(RegistrationLine.HTTP_CLIENT));
    }
  }

  /** A parameter of a constructor, or the service that a call asks for. */
  private static boolean isInjected(NameReference reference) {
    SyntaxNode node = reference.node().orElseThrow();
    if (reference.kind() == ReferenceKind.PARAMETER) {
      return node.ancestor(Parameter.class)
          .flatMap(parameter -> parameter.ancestor(ParameterList.class))
          .flatMap(SyntaxNode::parent)
          .filter(
              owner -> owner instanceof ConstructorDeclaration || owner instanceof TypeDeclaration)
          .isPresent();
    }
    return reference.kind() == ReferenceKind.GENERIC_ARGUMENT
        && node.parent()
            .filter(MemberAccess.class::isInstance)
            .filter(call -> SERVICE_CALLS.contains(((MemberAccess) call).name().identifier()))
            .isPresent();
  }

  private static boolean calls(FunctionApp app, Predicate<String> method) {
    return app.code().files().stream()
        .flatMap(file -> file.root().descendants(Invocation.class))
        .map(Invocation::target)
        .filter(MemberAccess.class::isInstance)
        .anyMatch(target -> method.test(((MemberAccess) target).name().identifier()));
  }

  private static void accessor(FunctionApp app, RuleOutcome.Builder outcome) {
    boolean isRegistered = calls(app, "AddHttpContextAccessor"::equals);
    if (app.hasHttp() && (isRegistered || accessorReferences(app).findAny().isPresent())) {
      outcome.need(new Need.Compatibility(CompatibilityPart.HTTP_CONTEXT_ACCESSOR, ""));
    } else if (!app.hasHttp() && !isRegistered) {
      accessorReferences(app).findFirst().ifPresent(found -> outcome.finding(noRequest(found)));
    }
  }

  private static Stream<NameReference> accessorReferences(FunctionApp app) {
    return references(app).filter(reference -> reference.resolution().isAny(ACCESSORS));
  }

  private static Diagnostic noRequest(NameReference reference) {
    return Diagnostic.of(
        Code.HOST_SERVICE_MISSING,
        reference.node().orElseThrow().location(),
        "`"
            + reference.text()
            + "` was registered by the host; a worker without HTTP functions has none",
        "call builder.Services.AddHttpContextAccessor() in the startup class, or take it out");
  }

  private static void caller(FunctionApp app, RuleOutcome.Builder outcome) {
    Optional<Location> read =
        app.running().flatMap(HostServices::callers).map(MemberAccess::location).findFirst();
    if (read.isPresent()) {
      outcome.need(new Need.Compatibility(CompatibilityPart.CALLER, ""));
    }
    Optional<Location> first = read.or(() -> callerParameter(app));
    if (first.isPresent()) {
      outcome.finding(
          Diagnostic.of(
              Code.RUNTIME_DIFFERENCE,
              first.get(),
              "the ClaimsPrincipal holds whom the platform signed in, where WEBSITE_AUTH_ENABLED is"
                  + " true; claims of the function key (keyid, authlevel) do not reach the worker",
              "check that no decision rests on the claims of a function key"));
    }
  }

  /** MIG0304 asks for what fills it. */
  private static Optional<Location> callerParameter(FunctionApp app) {
    return app.functions().stream()
        .filter(Function::isHttp)
        .flatMap(function -> function.parameters().stream())
        .filter(parameter -> parameter.typeName().filter(PRINCIPAL::equals).isPresent())
        .map(parameter -> parameter.syntax().location())
        .findFirst();
  }

  private static Stream<MemberAccess> callers(CodeBase code) {
    HttpValues values = new HttpValues(code.names());
    return code.files().stream().flatMap(values::callers);
  }

  private static void synchronousWrites(FunctionApp app, RuleOutcome.Builder outcome) {
    boolean isWritten =
        hasFeatureFlag(app)
            || app.running().anyMatch(HostServices::writesBody)
            || references(app).anyMatch(r -> r.resolution().isAny(WRITE_SYNCHRONOUSLY));
    if (isWritten) {
      outcome.need(new Need.Registration(RegistrationLine.SYNCHRONOUS_WRITES));
    }
  }

  private static boolean writesBody(CodeBase code) {
    HttpValues values = new HttpValues(code.names());
    for (CSharpFile file : code.files()) {
      if (values.synchronousBodies(file).findAny().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** {@code AzureWebJobsFeatureFlags} speaks to the host alone from now on. */
  private static boolean hasFeatureFlag(FunctionApp app) {
    List<String> flags =
        app.localSettings()
            .flatMap(settings -> settings.find("Values", "AzureWebJobsFeatureFlags"))
            .flatMap(value -> value.asText())
            .map(text -> Arrays.asList(text.split(",")))
            .orElse(List.of());
    return flags.stream().map(String::strip).anyMatch("AllowSynchronousIO"::equalsIgnoreCase);
  }
}
