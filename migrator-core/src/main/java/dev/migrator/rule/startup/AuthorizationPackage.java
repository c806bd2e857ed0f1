package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps the checks of {@code [FunctionAuthorize]}: the attribute has another namespace in the
 * package for the worker, and Program.cs calls {@code UseFunctionsAuthorization}, without which
 * nobody would be refused (core-model 11).
 */
public final class AuthorizationPackage implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0411", "Functions check their callers with the worker's package", Step.CODE);

  private static final String PACKAGE = "DarkLoop.Azure.Functions.Authorization.InProcess";
  private static final String ISOLATED = "DarkLoop.Azure.Functions.Authorization.Isolated";
  private static final NuGetVersion FIRST = NuGetVersion.parse("4.1").orElseThrow();
  private static final String OLD = "DarkLoop.Azure.Functions.Authorize";
  private static final String NEW = "DarkLoop.Azure.Functions.Authorization";
  private static final Pattern NAMED = Pattern.compile("\\b" + Pattern.quote(OLD) + "\\b");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    Optional<PackageReference> reference = reference(app);
    if (reference.isEmpty() || app.functions().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    app.files().forEach(file -> file(file, outcome));
    app.libraries().stream()
        .map(CodeBase::project)
        .filter(library -> library.references(PACKAGE))
        .forEach(library -> outcome.need(new Need.Package(library.path(), ISOLATED)));
    outcome.need(
        new Need.StartupCall(
            Integer.MAX_VALUE,
            "builder.UseFunctionsAuthorization();",
            "Microsoft.Azure.Functions.Worker"));
    outcome.finding(checked(reference.get()));
    return outcome.build();
  }

  private static Optional<PackageReference> reference(FunctionApp app) {
    return app.running()
        .flatMap(code -> code.project().packageReference(PACKAGE).stream())
        .filter(AuthorizationPackage::hasCounterpart)
        .findFirst();
  }

  private static boolean hasCounterpart(PackageReference reference) {
    return reference
        .version()
        .flatMap(NuGetVersion::lowestOf)
        .filter(version -> version.compareTo(FIRST) >= 0)
        .isPresent();
  }

  private static void file(CSharpFile file, RuleOutcome.Builder outcome) {
    List<UsingDirective> usings = new ArrayList<>();
    file.root().usings().stream()
        .filter(UsingDirective::opensNamespace)
        .filter(using -> using.name().dottedName().equals(OLD))
        .forEach(usings::add);
    boolean isThere =
        file.root().usings().stream()
            .anyMatch(using -> using.opensNamespace() && using.name().dottedName().equals(NEW));
    usings.forEach(
        using ->
            outcome.edit(
                isThere
                    ? Removal.ofLines(using, INFO.id())
                    : Edit.replace(file.source().path(), using.name().span(), NEW, INFO.id())));
    NAMED
        .matcher(file.source().text())
        .results()
        .filter(found -> usings.stream().noneMatch(using -> using.span().contains(found.start())))
        .forEach(
            found ->
                outcome.finding(
                    left(
                        file.source().location(found.start()),
                        OLD,
                        "open the namespace by a using, and write the short name here")));
    file.root()
        .descendants(Invocation.class)
        .filter(AuthorizationPackage::asksForTheMachine)
        .forEach(
            call ->
                outcome.finding(
                    left(
                        call.location(),
                        "IsLocalAuthorizationContext",
                        "ask the environment instead, and see to it that nothing is switched off"
                            + " where the app is deployed")));
  }

  private static boolean asksForTheMachine(Invocation call) {
    return call.target() instanceof MemberAccess access
        && access.name().is("IsLocalAuthorizationContext");
  }

  private static Diagnostic left(Location at, String name, String advice) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        at,
        "`" + name + "` is not part of the package for the worker",
        advice);
  }

  private static Diagnostic checked(PackageReference reference) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.WARNING,
        reference.location(),
        "[FunctionAuthorize] is checked by a middleware of Program.cs now, and the schemes of the"
            + " host (keys, tokens of the portal) are not among those it knows",
        "call each protected function without a token, with a wrong one, and with a right one");
  }
}
