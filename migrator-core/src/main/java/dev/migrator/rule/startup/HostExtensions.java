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
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
          hostCalls(
              file.root()
                  .descendants(Invocation.class)
                  .filter(call -> isOfTheHost(call, code, ours))
                  .filter(call -> hosts.stream().noneMatch(host -> host.holds(call)))
                  .toList(),
              code,
              outcome);
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
      Optional<ExtensionMethodTable.Row> row =
          ExtensionMethodTable.find(extension.get(), access.name().identifier());
      return row.map(ExtensionMethodTable.Row::isOfHost)
          .orElseGet(() -> InProcessPackages.isVanishing(extension.get()));
    }
    return !ours.contains(access.name().identifier())
        && isBuilder(access.target().get(), code)
        && !ExtensionCalls.isSupplied(root(call), code);
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

  /** The call on the builder itself, behind which others stand. */
  private static Invocation root(Invocation call) {
    Invocation first = call;
    while (first.target() instanceof MemberAccess access
        && access.target().orElse(null) instanceof Invocation inner) {
      first = inner;
    }
    return first;
  }

  private static void hostCalls(
      List<Invocation> calls, CodeBase code, RuleOutcome.Builder outcome) {
    Map<Integer, SyntaxNode> dropped = new TreeMap<>();
    for (Invocation call : calls) {
      stockStatement(call, code)
          .ifPresentOrElse(
              statement -> dropped.put(statement.span().start(), statement),
              () -> outcome.finding(finding(call, ((MemberAccess) call.target()).name().text())));
    }
    dropped.values().forEach(statement -> outcome.edit(Removal.ofLines(statement, INFO.id())));
  }

  private static Optional<SyntaxNode> stockStatement(Invocation call, CodeBase code) {
    Invocation whole = chain(call);
    return whole
        .parent()
        .filter(ExpressionStatement.class::isInstance)
        .filter(BaseCalls::isInList)
        .filter(found -> isStock(whole, code));
  }

  /** The last call of those that are made on what the one before returns. */
  private static Invocation chain(Invocation call) {
    Invocation last = call;
    Optional<Invocation> next = next(last);
    while (next.isPresent()) {
      last = next.get();
      next = next(last);
    }
    return last;
  }

  private static Optional<Invocation> next(Invocation call) {
    return call.parent()
        .filter(MemberAccess.class::isInstance)
        .flatMap(SyntaxNode::parent)
        .filter(Invocation.class::isInstance)
        .map(Invocation.class::cast);
  }

  /** Whether nothing but stock extensions without options is added, each behind the other. */
  private static boolean isStock(Invocation last, CodeBase code) {
    Expression at = last;
    while (at instanceof Invocation call) {
      Optional<TypeSymbol> owner = code.names().probableExtensionClass(call);
      if (!(call.target() instanceof MemberAccess access)
          || access.target().isEmpty()
          || owner.filter(type -> isStock(type, access.name().identifier())).isEmpty()
          || OWN.contains(access.name().identifier())
          || !call.argumentList().arguments().stream().allMatch(HostExtensions::doesNothing)) {
        return false;
      }
      at = access.target().get();
    }
    return at instanceof NameExpression;
  }

  private static boolean isStock(TypeSymbol owner, String method) {
    return InProcessPackages.isVanishing(owner)
        || ExtensionMethodTable.find(owner, method)
            .filter(ExtensionMethodTable.Row::isOfHost)
            .isPresent();
  }

  /** {@code _ => { }}. */
  private static boolean doesNothing(Argument argument) {
    return argument.expression() instanceof LambdaExpression lambda
        && lambda.lambdaBody() instanceof Block block
        && block.statements().isEmpty();
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
