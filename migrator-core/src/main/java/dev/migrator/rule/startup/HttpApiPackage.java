package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps functions that derive from {@code HttpFunctionBase}: the base class of the worker's package
 * has the same members, and what they read, request and caller, comes from the compatibility file
 * (core-model 11).
 */
public final class HttpApiPackage implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0417", "Functions keep the base class of HttpApi", Step.CODE);

  private static final String PACKAGE = "WebJobs.Extensions.HttpApi";
  private static final String BASE = "Azure.WebJobs.Extensions.HttpApi.HttpFunctionBase";
  private static final Set<String> NAMED_ROUTES =
      Set.of("Url", "CreatedAtFunction", "AcceptedAtFunction");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    Optional<PackageReference> reference =
        app.project()
            .packageReference(PACKAGE)
            .filter(found -> isReplaced(found, conversion))
            .filter(found -> app.hasHttp());
    if (reference.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    List<Member> members = members(app);
    members.stream()
        .filter(member -> NAMED_ROUTES.contains(member.name()))
        .forEach(member -> outcome.finding(withoutRoute(member)));
    members.stream()
        .filter(member -> member.name().equals("User"))
        .findFirst()
        .ifPresent(
            member -> {
              outcome.need(new Need.Compatibility(CompatibilityPart.CALLER, ""));
              outcome.finding(caller(member));
            });
    outcome.finding(moved(reference.get()));
    return outcome.build();
  }

  private static boolean isReplaced(PackageReference reference, Conversion conversion) {
    return conversion
        .packages()
        .find(reference)
        .filter(mapping -> mapping.action() == PackageMapping.Action.REPLACE)
        .isPresent();
  }

  /** What code of a class names without a declaration of its own. */
  private record Member(String name, Location at) {}

  private static List<Member> members(FunctionApp app) {
    Set<String> bases = new HashSet<>(Set.of(BASE));
    List<Member> members = new ArrayList<>();
    List<CodeBase> running = app.running().toList();
    int before = 0;
    while (bases.size() > before) {
      before = bases.size();
      for (CodeBase code : running) {
        types(code, bases).map(TypeDeclaration::metadataName).forEach(bases::add);
      }
    }
    for (CodeBase code : running) {
      types(code, bases).flatMap(type -> members(type, code)).forEach(members::add);
    }
    return members;
  }

  private static Stream<TypeDeclaration> types(CodeBase code, Set<String> bases) {
    return code.files().stream()
        .flatMap(CSharpFile::types)
        .filter(
            type ->
                type.baseTypes().stream()
                    .anyMatch(base -> code.names().resolve(base).isAny(bases)));
  }

  private static Stream<Member> members(TypeDeclaration type, CodeBase code) {
    return Stream.concat(
        type.descendants(NameExpression.class)
            .filter(name -> code.names().declaredType(name).type().isEmpty())
            .map(name -> new Member(name.identifier().identifier(), name.location())),
        type.descendants(MemberAccess.class)
            .filter(access -> access.target().filter(HttpApiPackage::isOwn).isPresent())
            .map(access -> new Member(access.name().identifier(), access.location())));
  }

  private static boolean isOwn(Expression target) {
    return target.text().equals("this") || target.text().equals("base");
  }

  private static Diagnostic withoutRoute(Member member) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        member.at(),
        "`"
            + member.name()
            + "` of HttpFunctionBase looks for a route by the name of a function, which routes of"
            + " the worker do not have",
        "write the address of the function, and answer with Created or Accepted");
  }

  private static Diagnostic caller(Member member) {
    return Diagnostic.of(
        Code.RUNTIME_DIFFERENCE,
        member.at(),
        "the ClaimsPrincipal holds whom the platform signed in, where WEBSITE_AUTH_ENABLED is"
            + " true; claims of the function key (keyid, authlevel) do not reach the worker",
        "check that no decision rests on the claims of a function key");
  }

  private static Diagnostic moved(PackageReference reference) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.WARNING,
        reference.location(),
        "HttpFunctionBase moves to Functions.Worker.Extensions.HttpApi; its order of routes, exact"
            + " ones before those with parameters, is not that of the host any more",
        "call each function whose route another one covers as well; do not add"
            + " ConfigureHttpApiExtension or AddHttpApi, which take the caller from a header that"
            + " anyone can send");
  }
}
