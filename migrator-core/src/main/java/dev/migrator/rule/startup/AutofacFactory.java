package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ReturnStatement;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.List;
import java.util.Set;

/**
 * {@code builder.UseAutofacServiceProviderFactory(Configure)} of the package {@code
 * Autofac.Extensions.DependencyInjection.AzureFunctions}; used once.
 */
final class AutofacFactory {
  static final String PACKAGE = "Autofac.Extensions.DependencyInjection.AzureFunctions";

  private static final String FACTORY = "new AutofacServiceProviderFactory()";
  private static final Set<String> GONE =
      Set.of("UseAppSettings", "UseLogger", "GetCurrentEnvironmentName");

  private final FunctionApp app;
  private final String ruleId;
  private final RuleOutcome.Builder outcome = RuleOutcome.builder();

  AutofacFactory(FunctionApp app, String ruleId) {
    this.app = app;
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    app.running()
        .forEach(
            code ->
                code.files()
                    .forEach(
                        file -> {
                          usings(file);
                          file.root().descendants(Invocation.class).forEach(this::call);
                        }));
    return outcome.build();
  }

  private void usings(CSharpFile file) {
    List<UsingDirective> usings =
        file.root().usings().stream().filter(UsingDirective::opensNamespace).toList();
    boolean isThere = usings.stream().anyMatch(using -> names(using, AutofacPackages.NAMESPACE));
    usings.stream()
        .filter(using -> names(using, PACKAGE))
        .forEach(
            using ->
                outcome.edit(
                    isThere
                        ? Removal.ofLines(using, ruleId)
                        : replace(file, using.name().span(), AutofacPackages.NAMESPACE)));
  }

  private static boolean names(UsingDirective using, String namespace) {
    return using.name().dottedName().equals(namespace);
  }

  private Edit replace(CSharpFile file, Span span, String text) {
    return Edit.replace(file.source().path(), span, text, ruleId);
  }

  private void call(Invocation call) {
    if (!(call.target() instanceof MemberAccess access)) {
      return;
    }
    List<Argument> arguments = call.argumentList().arguments();
    if (access.name().is("UseAutofacServiceProviderFactory")) {
      boolean isOnBuilder = access.target().filter(NameExpression.class::isInstance).isPresent();
      if (isOnBuilder && arguments.stream().allMatch(this::isAction)) {
        outcome.edit(replace(call.file(), access.name().span(), "ConfigureContainer"));
        int at = call.argumentList().span().start() + 1;
        String text = arguments.isEmpty() ? FACTORY : FACTORY + ", ";
        outcome.edit(replace(call.file(), Span.at(at), text));
      } else {
        outcome.finding(gone(access));
      }
    } else if (access.name().is("InstancePerTriggerRequest") && arguments.isEmpty()) {
      outcome.edit(replace(call.file(), access.name().span(), "InstancePerLifetimeScope"));
    } else if (GONE.contains(access.name().identifier())
        || access.name().is("InstancePerTriggerRequest")) {
      outcome.finding(gone(access));
    }
  }

  /** What registers, and does not make the container itself. */
  private boolean isAction(Argument argument) {
    Expression value = argument.expression();
    if (value instanceof LambdaExpression lambda) {
      return lambda
          .descendants(ReturnStatement.class)
          .allMatch(statement -> statement.expression().isEmpty());
    }
    return value instanceof NameExpression name
        && value.ancestor(TypeDeclaration.class).stream()
            .flatMap(TypeDeclaration::methods)
            .filter(method -> method.identifier().is(name.identifier().text()))
            .anyMatch(method -> method.returnType().text().equals("void"));
  }

  private static Diagnostic gone(MemberAccess access) {
    return Diagnostic.of(
        Code.HOST_EXTENSION,
        access.location(),
        "`" + access.name().text() + "` of " + PACKAGE + " has no counterpart in this form",
        "hand a method that only registers to UseAutofacServiceProviderFactory as a statement of"
            + " its own; settings and log levels belong to the worker");
  }
}
