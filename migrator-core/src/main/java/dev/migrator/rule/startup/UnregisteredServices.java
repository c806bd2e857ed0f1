package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names types of the app that a class of functions is constructed with and that nobody registers:
 * the worker starts, and each call fails (T35); changes nothing.
 */
public final class UnregisteredServices implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0413", "Services that nobody registers are named", Step.CODE);

  /** Places where a registration names a service, or the class that stands for it. */
  private static final Set<ReferenceKind> REGISTERING =
      Set.of(ReferenceKind.GENERIC_ARGUMENT, ReferenceKind.TYPEOF, ReferenceKind.NEW);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    List<TypeDeclaration> classes =
        conversion.plans().stream()
            .map(FunctionPlan::function)
            .filter(function -> !function.method().hasModifier("static"))
            .flatMap(function -> function.method().containingType().stream())
            .flatMap(type -> app.code().parts(type).stream())
            .distinct()
            .toList();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!classes.isEmpty() && app.running().noneMatch(UnregisteredServices::isOpen)) {
      Set<String> registered = registered(app);
      classes.stream()
          .flatMap(UnregisteredServices::parameters)
          .filter(parameter -> isUnknown(parameter, app, registered))
          .forEach(parameter -> outcome.finding(finding(parameter)));
    }
    return outcome.build();
  }

  /** Where services are registered without their names, all may be there. */
  private static boolean isOpen(CodeBase code) {
    return searches(code)
        || code.files().stream()
            .flatMap(file -> file.root().descendants(Invocation.class))
            .anyMatch(UnregisteredServices::infers);
  }

  /** {@code services.AddSingleton(provider => Store.Of(provider))}: the value tells the service. */
  private static boolean infers(Invocation call) {
    return call.target() instanceof MemberAccess access
        && access.typeArguments().isEmpty()
        && access.name().identifier().matches("(Try)?Add(Singleton|Scoped|Transient)")
        && call.argumentList().arguments().stream()
            .limit(1)
            .map(argument -> argument.expression().text())
            .noneMatch(text -> text.startsWith("typeof") || text.startsWith("new "));
  }

  /** Assemblies that are searched for classes, and containers of others, register more. */
  private static boolean searches(CodeBase code) {
    return code.files().stream()
        .flatMap(file -> file.root().descendants(MemberAccess.class))
        .map(access -> access.name().identifier())
        .anyMatch(
            name ->
                name.matches(
                    "Assembly|GetTypes|ExportedTypes|DefinedTypes|Scan|RegisterModule"
                        + "|AsImplementedInterfaces"));
  }

  private static Set<String> registered(FunctionApp app) {
    return app.running()
        .flatMap(
            code ->
                code.files().stream()
                    .flatMap(file -> code.names().references(file))
                    .filter(reference -> REGISTERING.contains(reference.kind())))
        .map(NameReference::resolution)
        .flatMap(resolution -> resolution.type().stream())
        .map(TypeSymbol::metadataName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The worker takes the longest constructor; a class with several may be made otherwise. */
  private static Stream<Parameter> parameters(TypeDeclaration type) {
    List<ParameterList> lists =
        Stream.concat(
                type.parameterList().stream(),
                type.members().stream()
                    .filter(ConstructorDeclaration.class::isInstance)
                    .filter(member -> !member.hasModifier("static"))
                    .map(member -> ((ConstructorDeclaration) member).parameterList()))
            .toList();
    return lists.size() == 1 ? lists.get(0).parameters().stream() : Stream.empty();
  }

  private static boolean isUnknown(Parameter parameter, FunctionApp app, Set<String> registered) {
    return parameter.defaultValue().isEmpty()
        && parameter.type().stream()
            .flatMap(type -> app.code().names().resolve(type).type().stream())
            .filter(TypeSymbol::isDeclared)
            .filter(type -> type.arity() == 0)
            .anyMatch(type -> !registered.contains(type.metadataName()));
  }

  private static Diagnostic finding(Parameter parameter) {
    return Diagnostic.of(
        Code.REGISTRATION_NOT_SEEN,
        parameter.location(),
        "nothing in the app registers a service for parameter `"
            + parameter.identifier().text()
            + "`: the worker starts, and each call of the functions fails",
        "register it in the startup class, unless a package does");
  }
}
