package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads app settings of an app for the .NET Framework where they are in the worker: {@code
 * ConfigurationManager.AppSettings["X"]} to {@code Environment.GetEnvironmentVariable("X")}
 * (core-model 6.6).
 */
public final class AppSettings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0341", "App settings are variables of the environment", Step.CODE);

  private static final String NAMESPACE = "System.Configuration";
  private static final String TYPE = NAMESPACE + ".ConfigurationManager";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion
        .app()
        .running()
        .filter(AppSettings::isOfTheFramework)
        .forEach(code -> code.files().forEach(file -> file(file, code, outcome)));
    return outcome.build();
  }

  /** Elsewhere the host filled in nothing, and the class still reads a file of its own. */
  private static boolean isOfTheFramework(CodeBase code) {
    return code.project().targetFrameworks().stream()
        .findFirst()
        .filter(framework -> framework.matches("(?i)net4\\d+"))
        .isPresent();
  }

  private static void file(CSharpFile file, CodeBase code, RuleOutcome.Builder outcome) {
    if (!file.source().text().contains("ConfigurationManager")) {
      return;
    }
    file.root()
        .descendants(MemberAccess.class)
        .filter(access -> access.target().filter(t -> isManager(t, file, code)).isPresent())
        .forEach(access -> access(access, outcome));
  }

  /** By its type, or where no reference of the project tells, by the namespace of the file. */
  private static boolean isManager(Expression target, CSharpFile file, CodeBase code) {
    if (code.names().resolve(target).type().isPresent()) {
      return code.names().resolve(target).is(TYPE);
    }
    String text = target.text();
    return text.equals(TYPE) || text.equals("ConfigurationManager") && opensNamespace(file);
  }

  private static boolean opensNamespace(CSharpFile file) {
    return file.root().usings().stream()
        .anyMatch(using -> using.opensNamespace() && using.name().dottedName().equals(NAMESPACE));
  }

  private static void access(MemberAccess access, RuleOutcome.Builder outcome) {
    Optional<SyntaxNode> read = access.parent().flatMap(parent -> read(access, parent));
    if (!access.name().is("AppSettings") || read.isEmpty()) {
      outcome.finding(left(access));
      return;
    }
    String path = access.file().source().path();
    Span arguments = key(read.get()).span();
    Span all = read.get().span();
    outcome.edit(
        Edit.replace(
            path,
            new Span(all.start(), arguments.start()),
            "Environment.GetEnvironmentVariable(",
            INFO.id()));
    outcome.edit(Edit.replace(path, new Span(arguments.end(), all.end()), ")", INFO.id()));
    outcome.need(new Need.Using(path, "System"));
  }

  /** {@code […]} or {@code .Get(…)} behind it, with one key, where it is not written to. */
  private static Optional<SyntaxNode> read(MemberAccess access, SyntaxNode parent) {
    if (parent instanceof ElementAccess element
        && element.target().equals(access)
        && element.argumentList().arguments().size() == 1) {
      boolean isWritten =
          element.parent().orElse(null) instanceof AssignmentExpression assignment
              && assignment.left().equals(element);
      return isWritten ? Optional.empty() : Optional.of(element);
    }
    return parent instanceof MemberAccess method
            && method.name().is("Get")
            && method.parent().orElse(null) instanceof Invocation call
            && call.target().equals(method)
            && call.argumentList().arguments().size() == 1
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Argument key(SyntaxNode read) {
    List<Argument> arguments =
        read instanceof ElementAccess element
            ? element.argumentList().arguments()
            : ((Invocation) read).argumentList().arguments();
    return arguments.get(0);
  }

  private static Diagnostic left(MemberAccess access) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        access.location(),
        "`" + access.text() + "` reads a configuration that .NET does not have",
        "read the value by Environment.GetEnvironmentVariable, or by IConfiguration");
  }
}
