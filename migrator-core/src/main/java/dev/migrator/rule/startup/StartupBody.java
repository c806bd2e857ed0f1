package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rewrites what a startup method reads of its builder; everything else in the body stays. */
final class StartupBody {
  private static final String CONFIGURATION_TYPE =
      "Microsoft.Extensions.Configuration.IConfiguration";

  private final MethodDeclaration method;
  private final NameResolver names;
  private final String ruleId;
  private final Set<String> contextNames = new HashSet<>();

  StartupBody(MethodDeclaration method, NameResolver names, String ruleId) {
    this.method = method;
    this.names = names;
    this.ruleId = ruleId;
  }

  void rewrite(RuleOutcome.Builder outcome) {
    List<Invocation> calls = method.descendants(Invocation.class).toList();
    calls.forEach(call -> contextCall(call, outcome));
    method.descendants(MemberAccess.class).forEach(access -> contextMember(access, outcome));
    method.descendants(MemberAccess.class).forEach(access -> configurationBuilder(access, outcome));
    calls.forEach(call -> baseCall(call, outcome));
    calls.forEach(call -> configurationReplaced(call, outcome));
  }

  /** {@code builder.GetContext()} to {@code builder}. */
  private void contextCall(Invocation call, RuleOutcome.Builder outcome) {
    Optional<Expression> builder = contextOf(call);
    if (builder.isEmpty() || isRootPath(call)) {
      return;
    }
    outcome.edit(
        Edit.delete(path(), new Span(builder.get().span().end(), call.span().end()), ruleId));
    call.parent()
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .ifPresent(variable -> contextNames.add(variable.identifier().identifier()));
  }

  private static Optional<Expression> contextOf(Expression expression) {
    return expression instanceof Invocation call
            && call.argumentList().arguments().isEmpty()
            && call.target() instanceof MemberAccess access
            && access.name().is("GetContext")
        ? access.target()
        : Optional.empty();
  }

  private static boolean isRootPath(Invocation call) {
    return call.parent()
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .map(access -> access.name().is("ApplicationRootPath"))
        .orElse(false);
  }

  /** Members of the context that the builder has under another name. */
  private void contextMember(MemberAccess access, RuleOutcome.Builder outcome) {
    if (access.target().filter(this::isContext).isEmpty()) {
      return;
    }
    if (access.name().is("EnvironmentName")) {
      outcome.edit(Edit.insert(path(), access.name().span().start(), "Environment.", ruleId));
    } else if (access.name().is("ApplicationRootPath")) {
      outcome.edit(Edit.replace(path(), access.span(), "System.AppContext.BaseDirectory", ruleId));
    }
  }

  private boolean isContext(Expression expression) {
    return contextOf(expression).isPresent()
        || expression instanceof NameExpression name
            && contextNames.contains(name.identifier().identifier());
  }

  /** {@code b.ConfigurationBuilder} to {@code b.Configuration}, with {@code .Build()} behind it. */
  private void configurationBuilder(MemberAccess access, RuleOutcome.Builder outcome) {
    if (!access.name().is("ConfigurationBuilder") || access.target().isEmpty()) {
      return;
    }
    int end = access.span().end();
    Optional<Invocation> build = buildCall(access);
    outcome.edit(
        Edit.replace(
            path(),
            new Span(access.name().span().start(), build.map(b -> b.span().end()).orElse(end)),
            "Configuration",
            ruleId));
  }

  private static Optional<Invocation> buildCall(MemberAccess access) {
    return access
        .parent()
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(outer -> outer.name().is("Build"))
        .flatMap(outer -> outer.parent())
        .filter(Invocation.class::isInstance)
        .map(Invocation.class::cast);
  }

  /** {@code base.ConfigureAppConfiguration(builder);} did nothing and has no base any more. */
  private void baseCall(Invocation call, RuleOutcome.Builder outcome) {
    boolean onBase =
        call.target() instanceof MemberAccess access
            && access.target().map(t -> t.text().equals("base")).orElse(false);
    if (onBase) {
      call.parent()
          .filter(ExpressionStatement.class::isInstance)
          .ifPresent(statement -> outcome.edit(Removal.ofLines(statement, ruleId)));
    }
  }

  /** T29: a worker whose IConfiguration is replaced does not find its host. */
  private void configurationReplaced(Invocation call, RuleOutcome.Builder outcome) {
    boolean replaced =
        call.target() instanceof MemberAccess access
            && Set.of("AddSingleton", "AddScoped", "AddTransient", "Singleton")
                .contains(access.name().identifier())
            && access.typeArguments().stream()
                .findFirst()
                .filter(this::isConfiguration)
                .isPresent();
    if (replaced) {
      outcome.finding(
          Diagnostic.of(
              Code.STARTUP_NOT_CONVERTIBLE,
              call.location(),
              "`"
                  + method.identifier().text()
                  + "` replaces IConfiguration: a worker that has another one"
                  + " does not find its host and ends at the start",
              "add the sources to builder.Configuration instead"));
    }
  }

  private boolean isConfiguration(TypeSyntax type) {
    return names.resolve(type).is(CONFIGURATION_TYPE);
  }

  private String path() {
    return method.file().source().path();
  }
}
