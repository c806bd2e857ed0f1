package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.ExtensionMethodTable;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.StartupHost;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drops calls that add a stock extension to the host, {@code builder.AddTimers();}: the host of a
 * worker has them anyway. Own extensions of the host, and those of other packages, are blockers.
 */
public final class HostExtensions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0406", "Extensions of the host are not added by the worker", Step.CODE);

  /** What code of the app or of a library does with the host itself, not with an extension. */
  private static final Set<String> OWN = Set.of("AddExtension", "BindOptions");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    List<CodeBase> codeBases = app.codeBases();
    Set<String> ours =
        codeBases.stream()
            .flatMap(code -> code.files().stream())
            .flatMap(CSharpFile::methods)
            .filter(HostExtensions::isExtension)
            .map(method -> method.identifier().identifier())
            .collect(Collectors.toUnmodifiableSet());
    for (CodeBase code : codeBases) {
      List<StartupHost> hosts = StartupHost.in(code, app);
      for (CSharpFile file : code.files()) {
        if (new StartupBody(file, code.names(), INFO.id()).isConcerned()) {
          file.root()
              .descendants(Invocation.class)
              .filter(call -> isOfTheHost(call, code, ours))
              .filter(call -> hosts.stream().noneMatch(host -> host.holds(call)))
              .forEach(call -> hostCall(call, code, outcome));
        }
      }
    }
    return outcome.build();
  }

  private static boolean isExtension(MethodDeclaration method) {
    return method.parameterList().parameters().stream()
        .limit(1)
        .anyMatch(parameter -> parameter.hasModifier("this"));
  }

  /** A call on the builder that no code of ours answers, or one of a package that goes away. */
  private static boolean isOfTheHost(Invocation call, CodeBase code, Set<String> ours) {
    if (!(call.target() instanceof MemberAccess access)
        || access.target().isEmpty()
        || access.name().is("GetContext")) {
      return false;
    }
    Optional<TypeSymbol> extension = code.names().extensionClass(call);
    if (extension.isPresent()) {
      return isVanishing(extension.get())
          && ExtensionMethodTable.find(extension.get(), access.name().identifier()).isEmpty();
    }
    return !ours.contains(access.name().identifier()) && isBuilder(access.target().get(), code);
  }

  static boolean isVanishing(TypeSymbol type) {
    return !type.packages().isEmpty()
        && type.packages().stream().allMatch(InProcessPackages::isVanishing);
  }

  /** The builder itself, also behind calls that hand it on. */
  private static boolean isBuilder(Expression receiver, CodeBase code) {
    Expression root = receiver;
    while (root instanceof Invocation call
        && call.target() instanceof MemberAccess access
        && access.target().isPresent()) {
      root = access.target().get();
    }
    return root instanceof NameExpression name
        && code.names().declaredType(name).isAny(StartupBody.BUILDERS);
  }

  private static void hostCall(Invocation call, CodeBase code, RuleOutcome.Builder outcome) {
    MemberAccess access = (MemberAccess) call.target();
    Optional<SyntaxNode> statement = call.parent().filter(ExpressionStatement.class::isInstance);
    boolean isStock =
        code.names().extensionClass(call).filter(HostExtensions::isVanishing).isPresent()
            && !OWN.contains(access.name().identifier())
            && call.argumentList().arguments().isEmpty()
            && access.target().filter(NameExpression.class::isInstance).isPresent();
    if (isStock && statement.isPresent() && BaseCalls.isInList(statement.get())) {
      outcome.edit(Removal.ofLines(statement.get(), INFO.id()));
    } else {
      outcome.finding(finding(call, access.name().text()));
    }
  }

  private static Diagnostic finding(Invocation call, String name) {
    boolean isOwn = OWN.contains(name);
    return Diagnostic.of(
        Code.HOST_EXTENSION,
        call.location(),
        "`" + name + "` is a method of the host of the functions, which is another process now",
        isOwn
            ? "do in the functions what the binding did, or keep the extension as a package of the"
                + " host with a worker package beside it"
            : "take the call out, or write what it does: options belong in host.json, services need"
                + " the worker's own package, a setting is read from the configuration");
  }
}
