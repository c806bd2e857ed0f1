package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes registrations of loggers that get between the worker and the host: a console that the
 * host reads a second time, and a logger of the app's own in the place of every logger (core-model
 * 5.2, 16).
 */
public final class LoggingRegistrations implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0408", "Loggers of the host are not registered again", Step.CODE);

  private static final Set<String> CONSOLES = Set.of("AddConsole", "AddSimpleConsole");
  private static final Set<String> LIFETIMES = Set.of("AddSingleton", "AddScoped", "AddTransient");
  private static final List<String> LOGGERS = List.of("typeof(ILogger<>)", "typeof(Logger<>)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    if (conversion.plans().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion
        .app()
        .running()
        .map(CodeBase::files)
        .flatMap(List::stream)
        .flatMap(LoggingRegistrations::calls)
        .forEach(call -> remove(call, outcome));
    return outcome.build();
  }

  private static Stream<Invocation> calls(CSharpFile file) {
    return file.root()
        .descendants(Invocation.class)
        .filter(call -> isConsole(call) || isLogger(call));
  }

  /** A console of a factory of the app's own is its own affair. */
  private static boolean isConsole(Invocation call) {
    return call.target() instanceof MemberAccess access
        && CONSOLES.contains(access.name().identifier())
        && call.ancestor(Invocation.class)
            .map(Invocation::target)
            .filter(MemberAccess.class::isInstance)
            .filter(outer -> isLoggingOfServices((MemberAccess) outer, call))
            .isPresent();
  }

  private static boolean isLoggingOfServices(MemberAccess outer, Invocation call) {
    boolean isOfChain =
        outer.target().filter(target -> target.span().contains(call.span())).isPresent();
    return isOfChain
        ? outer
            .ancestor(LambdaExpression.class)
            .flatMap(lambda -> lambda.ancestor(Invocation.class))
            .filter(LoggingRegistrations::isAddLogging)
            .isPresent()
        : outer.name().is("AddLogging");
  }

  private static boolean isAddLogging(Invocation call) {
    return call.target() instanceof MemberAccess access && access.name().is("AddLogging");
  }

  private static boolean isLogger(Invocation call) {
    return call.target() instanceof MemberAccess access
        && LIFETIMES.contains(access.name().identifier())
        && call.argumentList().arguments().stream()
            .map(argument -> argument.text().replace(" ", ""))
            .toList()
            .equals(LOGGERS);
  }

  private static void remove(Invocation call, RuleOutcome.Builder outcome) {
    MemberAccess access = (MemberAccess) call.target();
    Expression target = access.target().orElseThrow();
    String path = call.file().source().path();
    SyntaxNode parent = call.parent().orElseThrow();
    if (parent instanceof ExpressionStatement && !(target instanceof Invocation)) {
      outcome.edit(Removal.ofLines(parent, INFO.id()));
    } else if (parent instanceof LambdaExpression && !(target instanceof Invocation)) {
      outcome.edit(Edit.replace(path, call.span(), "{ }", INFO.id()));
    } else {
      outcome.edit(Edit.delete(path, new Span(target.span().end(), call.span().end()), INFO.id()));
    }
    outcome.finding(finding(access));
  }

  private static Diagnostic finding(MemberAccess access) {
    boolean isConsole = CONSOLES.contains(access.name().identifier());
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        access.file().source().location(access.name().span().start()),
        isConsole
            ? "`"
                + access.name().text()
                + "` is gone: the host reads the console of the worker, and"
                + " each line would come twice"
            : "the registration of `Logger<>` is gone: it stands in the place of the worker's own",
        "nothing to do");
  }
}
