package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LocalDeclaration;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.Statement;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements of a test that only tell Web API how to answer: {@code request.SetConfiguration(new
 * HttpConfiguration());}, or the same by the properties of the message.
 */
final class WebApiSetUp {
  private static final String MESSAGE = "System.Net.Http.HttpRequestMessage";
  private static final String CONFIGURATION = "HttpConfiguration";
  private static final Pattern KEY =
      Pattern.compile(
          "(?:\\w+\\.)*HttpPropertyKeys\\.HttpConfigurationKey|\"MS_HttpConfiguration\"");

  private WebApiSetUp() {}

  /** In source order; only files that name the configuration are looked into. */
  static List<Statement> in(CSharpFile file, CodeBase tests) {
    if (!file.source().text().contains(CONFIGURATION)) {
      return List.of();
    }
    List<Statement> all = new ArrayList<>();
    file.root()
        .descendants(ExpressionStatement.class)
        .filter(statement -> statement.parent().filter(WebApiSetUp::isList).isPresent())
        .filter(statement -> isSetUp(statement.expression(), tests))
        .forEach(all::add);
    List<Statement> locals =
        file.root()
            .descendants(LocalDeclaration.class)
            .filter(local -> isOnlyFor(local, all))
            .map(local -> (Statement) local)
            .toList();
    return Stream.concat(all.stream(), locals.stream())
        .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
        .toList();
  }

  private static boolean isList(SyntaxNode parent) {
    return parent instanceof Body || parent instanceof Block;
  }

  private static boolean isSetUp(Expression expression, CodeBase tests) {
    if (expression instanceof AssignmentExpression assignment) {
      return assignment.left() instanceof ElementAccess element
          && isProperties(element.target(), tests)
          && isKey(element.argumentList());
    }
    if (!(expression instanceof Invocation call)
        || !(call.target() instanceof MemberAccess access)) {
      return false;
    }
    return access.name().is("SetConfiguration")
            && access.target().filter(target -> isMessage(target, tests)).isPresent()
        || access.name().is("Add")
            && access.target().filter(target -> isProperties(target, tests)).isPresent()
            && isKey(call.argumentList());
  }

  private static boolean isKey(ArgumentList arguments) {
    return arguments.arguments().stream()
        .limit(1)
        .anyMatch(argument -> KEY.matcher(argument.text()).matches());
  }

  private static boolean isProperties(Expression expression, CodeBase tests) {
    return expression instanceof MemberAccess access
        && access.name().is("Properties")
        && access.target().filter(target -> isMessage(target, tests)).isPresent();
  }

  private static boolean isMessage(Expression expression, CodeBase tests) {
    return expression instanceof NameExpression name
        && tests.names().declaredType(name).is(MESSAGE);
  }

  /** A configuration that nothing but the statements names. */
  private static boolean isOnlyFor(LocalDeclaration local, List<Statement> statements) {
    Optional<String> name =
        Optional.of(local.variables())
            .filter(variables -> variables.size() == 1)
            .map(variables -> variables.get(0))
            .filter(variable -> variable.initializer().filter(WebApiSetUp::isNew).isPresent())
            .map(variable -> variable.identifier().text());
    return name.isPresent()
        && local.ancestor(MethodDeclaration.class).stream()
            .flatMap(method -> method.descendants(NameExpression.class))
            .filter(used -> used.identifier().is(name.get()))
            .allMatch(used -> statements.stream().anyMatch(s -> s.span().contains(used.span())));
  }

  private static boolean isNew(Expression expression) {
    return expression instanceof ObjectCreation creation
        && creation.initializer().isEmpty()
        && creation.type().filter(type -> type.simpleName().equals(CONFIGURATION)).isPresent();
  }
}
