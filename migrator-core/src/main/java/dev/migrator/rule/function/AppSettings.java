package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.RepositoryText;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads app settings of an app for the .NET Framework where they are in the worker: {@code
 * ConfigurationManager.AppSettings["X"]} to {@code Environment.GetEnvironmentVariable("X")}
 * (core-model 6.6). Tests that say by {@code AppSettings} what is read set the variable.
 */
public final class AppSettings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0341", "App settings are variables of the environment", Step.CODE);

  private static final String MANAGER = "ConfigurationManager";

  private static final Set<String> MANAGERS =
      Set.of(
          "System.Configuration.ConfigurationManager", "Microsoft.Azure.CloudConfigurationManager");

  private static final String ENVIRONMENT = "Environment.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    app.running().forEach(code -> code(code, false, outcome));
    app.tests()
        .forEach(
            tests -> {
              code(tests, true, outcome);
              settingsOfFile(tests, app).ifPresent(outcome::finding);
            });
    return outcome.build();
  }

  /** Elsewhere the host filled in nothing, and the class still reads a file of its own. */
  private static void code(CodeBase code, boolean isTest, RuleOutcome.Builder outcome) {
    if (code.project().isOfNetFramework()) {
      code.files().stream()
          .filter(file -> file.source().text().contains(MANAGER))
          .flatMap(file -> file.root().descendants(MemberAccess.class))
          .filter(access -> access.target().filter(t -> isManager(t, code)).isPresent())
          .forEach(access -> access(access, isTest, outcome));
    }
  }

  /** By its type, or where no reference of the project tells, by the namespace of the file. */
  private static boolean isManager(Expression target, CodeBase code) {
    if (code.names().resolve(target).type().isPresent()) {
      return code.names().resolve(target).isAny(MANAGERS);
    }
    return MANAGERS.stream().anyMatch(type -> isCalled(target, type));
  }

  private static boolean isCalled(Expression target, String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    String namespace = type.substring(0, type.lastIndexOf('.'));
    return target.text().equals(type)
        || target.text().equals(name) && opensNamespace(target.file(), namespace);
  }

  private static boolean opensNamespace(CSharpFile file, String namespace) {
    return file.root().usings().stream()
        .anyMatch(using -> using.opensNamespace() && using.name().dottedName().equals(namespace));
  }

  private static void access(MemberAccess access, boolean isTest, RuleOutcome.Builder outcome) {
    List<Edit> edits = edits(access, isTest);
    if (edits.isEmpty()) {
      outcome.finding(left(access));
    } else {
      outcome.edits(edits);
      outcome.need(new Need.Using(access.file().source().path(), "System"));
    }
  }

  /** Empty where more is asked for than one setting. */
  private static List<Edit> edits(MemberAccess access, boolean isTest) {
    SyntaxNode parent = access.parent().orElseThrow();
    if (access.name().is("GetSetting")) {
      return call(parent, access, "GetEnvironmentVariable", 1);
    }
    if (!access.name().is("AppSettings")) {
      return List.of();
    }
    if (parent instanceof ElementAccess element
        && element.target().equals(access)
        && element.argumentList().arguments().size() == 1) {
      return element(element, isTest);
    }
    if (parent instanceof MemberAccess method) {
      SyntaxNode call = method.parent().orElseThrow();
      if (method.name().is("Get")) {
        return call(call, method, "GetEnvironmentVariable", 1);
      }
      if (method.name().is("Set") && isTest) {
        return call(call, method, "SetEnvironmentVariable", 2);
      }
    }
    return List.of();
  }

  /** {@code AppSettings[key]}; tests say by {@code AppSettings[key] = value} what is read. */
  private static List<Edit> element(ElementAccess element, boolean isTest) {
    Span key = element.argumentList().arguments().get(0).span();
    SyntaxNode parent = element.parent().orElseThrow();
    if (!(parent instanceof AssignmentExpression assignment)
        || !assignment.left().equals(element)) {
      return List.of(
          opening(element, key, "GetEnvironmentVariable"),
          replace(element, new Span(key.end(), element.span().end()), ")"));
    }
    Span value = assignment.right().span();
    int from = key.end();
    int to = value.start();
    return isTest
            && assignment.operator().is("=")
            && assignment.parent().orElse(null) instanceof ExpressionStatement
        ? List.of(
            opening(element, key, "SetEnvironmentVariable"),
            replace(element, new Span(from, to), ", "),
            replace(element, new Span(value.end(), value.end()), ")"))
        : List.of();
  }

  /** A call that differs by what is called only. */
  private static List<Edit> call(SyntaxNode node, Expression called, String method, int arguments) {
    return node instanceof Invocation call
            && call.target().equals(called)
            && call.argumentList().arguments().size() == arguments
        ? List.of(opening(call, call.argumentList().arguments().get(0).span(), method))
        : List.of();
  }

  private static Edit opening(SyntaxNode access, Span key, String method) {
    return replace(
        access, new Span(access.span().start(), key.start()), ENVIRONMENT + method + "(");
  }

  private static Edit replace(SyntaxNode node, Span span, String text) {
    return Edit.replace(node.file().source().path(), span, text, INFO.id());
  }

  private static Diagnostic left(MemberAccess access) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        access.location(),
        "`" + access.text() + "` reads a configuration that .NET does not have",
        "read the value by Environment.GetEnvironmentVariable, or by IConfiguration");
  }

  /** The runner gave the settings of the file to the code under test. */
  private static Optional<Diagnostic> settingsOfFile(CodeBase tests, FunctionApp app) {
    return app.repositoryTexts("app-settings")
        .filter(text -> tests.project().isOfNetFramework() && isIn(tests, text))
        .findFirst()
        .map(
            text ->
                new Diagnostic(
                    Code.WORKS_DIFFERENTLY,
                    Severity.MANUAL,
                    text.at(),
                    "`appSettings` of this file are not read any more: the code reads variables of"
                        + " the environment",
                    "set them in the tests by Environment.SetEnvironmentVariable, or in a file"
                        + " .runsettings"));
  }

  private static boolean isIn(CodeBase tests, RepositoryText text) {
    return text.file().path().startsWith(tests.project().pathBeside(""));
  }
}
