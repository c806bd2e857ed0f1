package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives classes derived from {@code ServerlessHub} the services of the worker, from which their
 * base takes its connection, and registers them; a base class in the compatibility file keeps the
 * members that they use (bindings 1.8).
 */
public final class ServerlessHubs implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0338", "Hubs of SignalR get their connection of the worker", Step.CODE);

  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Extensions.SignalRService.";
  private static final Set<String> HUBS =
      Set.of(NAMESPACE + "ServerlessHub", NAMESPACE + "ServerlessHub`1");
  private static final String CONNECTION = NAMESPACE + "SignalRConnectionAttribute";
  private static final String TOKENS = "System.IdentityModel.Tokens.Jwt";
  private static final Set<String> CLAIMS = Set.of("GetClaims", "this.GetClaims");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    Map<String, List<TypeDeclaration>> hubs = hubs(code);
    hubs.values().forEach(parts -> hub(parts, code, outcome));
    code.files().stream()
        .flatMap(file -> file.root().descendants(Attribute.class))
        .filter(attribute -> code.names().isAttribute(attribute, CONNECTION))
        .filter(attribute -> !stays(attribute, hubs))
        .forEach(attribute -> outcome.finding(connection(attribute)));
    return outcome.build();
  }

  /** The parts of each hub by its name. */
  private static Map<String, List<TypeDeclaration>> hubs(CodeBase code) {
    Map<String, List<TypeDeclaration>> hubs = new LinkedHashMap<>();
    types(code)
        .filter(type -> bases(type, code).anyMatch(base -> HUBS.contains(base.metadataName())))
        .forEach(type -> hubs.putIfAbsent(type.metadataName(), code.parts(type)));
    return hubs;
  }

  private static Stream<TypeDeclaration> types(CodeBase code) {
    return code.files().stream().flatMap(CSharpFile::types);
  }

  private static Stream<TypeSymbol> bases(TypeDeclaration type, CodeBase code) {
    return type.baseTypes().stream().flatMap(base -> code.names().resolve(base).type().stream());
  }

  private static void hub(List<TypeDeclaration> parts, CodeBase code, RuleOutcome.Builder outcome) {
    HubConstructor constructor = new HubConstructor(parts, code, INFO.id());
    Optional<String> obstacle = obstacle(parts, code).or(constructor::obstacle);
    if (obstacle.isPresent()) {
      outcome.finding(refused(parts.get(0), obstacle.get()));
      return;
    }
    constructor.write(outcome);
    outcome.need(
        new Need.StartupCall(
            Need.StartupCall.FIRST_SERVICE,
            "builder.Services.AddServerlessHub<global::" + parts.get(0).metadataName() + ">();",
            "Microsoft.Extensions.DependencyInjection"));
    if (readsClaims(parts)) {
      outcome.need(new Need.Compatibility(CompatibilityPart.HUB_CLAIMS, ""));
      outcome.need(new Need.Package(code.project().path(), TOKENS));
    }
  }

  /** Why the class cannot be one of the worker's hubs. */
  private static Optional<String> obstacle(List<TypeDeclaration> parts, CodeBase code) {
    TypeDeclaration first = parts.get(0);
    if (parts.stream().anyMatch(part -> part.hasModifier("abstract")) || isBase(first, code)) {
      return Optional.of("is the base of other hubs");
    }
    if (first.containingType().isPresent() || !first.typeParameters().isEmpty()) {
      return Optional.of("is generic or stands in another class");
    }
    return parts.stream()
            .flatMap(TypeDeclaration::methods)
            .filter(method -> method.hasModifier("override"))
            .map(MethodDeclaration::identifier)
            .anyMatch(name -> name.is("Dispose"))
        ? Optional.of("overrides Dispose, which the worker never calls")
        : Optional.empty();
  }

  private static boolean isBase(TypeDeclaration hub, CodeBase code) {
    return types(code)
        .flatMap(type -> bases(type, code))
        .anyMatch(base -> base.metadataName().equals(hub.metadataName()));
  }

  private static boolean readsClaims(List<TypeDeclaration> parts) {
    return parts.stream()
        .flatMap(part -> part.descendants(Invocation.class))
        .anyMatch(call -> CLAIMS.contains(call.target().text()));
  }

  /** The worker's base class has an attribute of the name, which takes the setting alone. */
  private static boolean stays(Attribute attribute, Map<String, List<TypeDeclaration>> hubs) {
    Optional<SyntaxNode> holder = attribute.list().parent();
    boolean isOfHub =
        holder.isPresent()
            && hubs.values().stream().flatMap(List::stream).anyMatch(holder.get()::equals);
    return isOfHub
        && attribute.arguments().size() == 1
        && attribute.constructorArguments().stream().allMatch(a -> a.parameterName().isEmpty())
        && attribute.constructorArguments().size() == 1
        && attribute.name().text().startsWith("SignalRConnection");
  }

  private static Diagnostic refused(TypeDeclaration hub, String obstacle) {
    return Diagnostic.of(
        Code.FUNCTION_SHAPE_UNSUPPORTED,
        hub.file().source().location(hub.identifier().span().start()),
        "the hub `" + hub.identifier().text() + "` " + obstacle,
        "give it one constructor that calls base() and derive it from ServerlessHub itself");
  }

  private static Diagnostic connection(Attribute attribute) {
    return Diagnostic.of(
        Code.ATTRIBUTE_WITHOUT_EFFECT,
        attribute.location(),
        "`"
            + attribute.text()
            + "` has no counterpart: the worker's attribute stands at a hub and"
            + " takes the name of a setting alone",
        "write [SignalRConnection(\"NAME\")] at the class of the hub, or delete it elsewhere");
  }
}
