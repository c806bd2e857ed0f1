package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names singletons that hold a scoped service: the builder of the worker checks scopes where the
 * environment is Development, and does not start (T19); changes nothing.
 */
public final class CaptiveServices implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0409", "Singletons that hold a scoped service are named", Step.CODE);

  private static final Set<String> SINGLETONS = Set.of("AddSingleton", "TryAddSingleton");
  private static final Set<String> SCOPED =
      Set.of("AddScoped", "TryAddScoped", "AddDbContext", "AddDbContextPool");
  private static final Set<String> REQUESTS = Set.of("GetService", "GetRequiredService");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    Set<String> scoped =
        app.running()
            .flatMap(
                code ->
                    calls(code, SCOPED)
                        .flatMap(call -> typeArguments(call).stream().limit(1))
                        .flatMap(type -> name(type, code).stream()))
            .collect(Collectors.toUnmodifiableSet());
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!scoped.isEmpty()) {
      app.running()
          .forEach(
              code ->
                  calls(code, SINGLETONS)
                      .forEach(
                          call ->
                              held(call, code, app)
                                  .filter(scoped::contains)
                                  .findFirst()
                                  .ifPresent(type -> outcome.finding(finding(call, type)))));
    }
    return outcome.build();
  }

  private static Stream<Invocation> calls(CodeBase code, Set<String> names) {
    return code.files().stream()
        .flatMap(file -> file.root().descendants(Invocation.class))
        .filter(
            call ->
                call.target() instanceof MemberAccess access
                    && names.contains(access.name().identifier()));
  }

  private static List<TypeSyntax> typeArguments(Invocation call) {
    return ((MemberAccess) call.target()).typeArguments();
  }

  private static Optional<String> name(TypeSyntax type, CodeBase code) {
    return code.names().resolve(type).type().map(TypeSymbol::metadataName);
  }

  /** What the class of a singleton is constructed with, and what a lambda of it asks for. */
  private static Stream<String> held(Invocation call, CodeBase code, FunctionApp app) {
    List<TypeSyntax> arguments = typeArguments(call);
    if (call.argumentList().arguments().isEmpty()) {
      return arguments.stream()
          .skip(Math.max(0, arguments.size() - 1))
          .flatMap(type -> name(type, code).stream())
          .flatMap(type -> constructed(type, app));
    }
    return call.argumentList()
        .descendants(Invocation.class)
        .filter(
            inner ->
                inner.target() instanceof MemberAccess access
                    && REQUESTS.contains(access.name().identifier()))
        .flatMap(inner -> typeArguments(inner).stream())
        .flatMap(type -> name(type, code).stream());
  }

  private static Stream<String> constructed(String type, FunctionApp app) {
    return app.running()
        .flatMap(
            code ->
                code.declared(type)
                    .flatMap(CaptiveServices::parameters)
                    .flatMap(list -> list.parameters().stream())
                    .flatMap(parameter -> parameter.type().stream())
                    .flatMap(parameter -> name(parameter, code).stream()));
  }

  private static Stream<ParameterList> parameters(TypeDeclaration type) {
    return Stream.concat(
        type.parameterList().stream(),
        type.members().stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(member -> ((ConstructorDeclaration) member).parameterList()));
  }

  private static Diagnostic finding(Invocation call, String type) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        call.file().source().location(((MemberAccess) call.target()).name().span().start()),
        "a singleton holds `"
            + type.substring(type.lastIndexOf('.') + 1)
            + "`, which is scoped: a worker in Development checks that and does not start",
        "register both alike, or take IServiceScopeFactory and make a scope for each use");
  }
}
