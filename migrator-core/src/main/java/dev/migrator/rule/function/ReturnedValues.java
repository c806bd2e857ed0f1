package dev.migrator.rule.function;

import dev.migrator.model.names.NameResolver;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.CastExpression;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.LocalFunction;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.ParenthesizedExpression;
import dev.migrator.syntax.csharp.ReturnStatement;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a method hands back, as far as its text tells. */
final class ReturnedValues {
  private static final Set<String> TASKS =
      Set.of(
          "System.Threading.Tasks.Task",
          "System.Threading.Tasks.Task`1",
          "System.Threading.Tasks.ValueTask",
          "System.Threading.Tasks.ValueTask`1");

  private final MethodDeclaration method;
  private final NameResolver names;

  private ReturnedValues(MethodDeclaration method, NameResolver names) {
    this.method = method;
    this.names = names;
  }

  static ReturnedValues of(MethodDeclaration method, NameResolver names) {
    return new ReturnedValues(method, names);
  }

  /** Whether the method hands back a task. */
  boolean isTask() {
    return isTaskType(method.returnType());
  }

  private boolean isTaskType(TypeSyntax type) {
    return names.resolve(type).isAny(TASKS);
  }

  /** Whether not even a task comes back. */
  boolean isVoid() {
    return method.returnType().text().equals("void");
  }

  /** Whether there is a value: neither void nor a task without one. */
  boolean hasValue() {
    TypeSyntax type = method.returnType();
    return isTask() ? !type.typeArguments().isEmpty() : !type.text().equals("void");
  }

  /** The type without its task. */
  TypeSyntax valueType() {
    TypeSyntax type = method.returnType();
    return isTask() && !type.typeArguments().isEmpty() ? type.typeArguments().get(0) : type;
  }

  /** Whether the value is a string. */
  boolean isText() {
    return hasValue()
        && (valueType().text().equals("string") || names.resolve(valueType()).is("System.String"));
  }

  /** Whether the declared type is an action result of MVC, not {@code ActionResult<T>}. */
  boolean isActionResult() {
    return hasValue()
        && names
            .resolve(valueType())
            .type()
            .map(t -> t.namespace().equals("Microsoft.AspNetCore.Mvc"))
            .orElse(false)
        && valueType().simpleName().endsWith("Result")
        && valueType().typeArguments().isEmpty();
  }

  /** Whether the value is, or may be, an {@code HttpResponseMessage}. */
  boolean isResponseMessage() {
    return hasValue()
        && (names.resolve(valueType()).is("System.Net.Http.HttpResponseMessage")
            || valueType().text().equals("object")
            || valueType().text().equals("dynamic"));
  }

  /** Whether every exit hands back an action result that is not null, as far as the text proves. */
  boolean isAlwaysActionResult() {
    return isActionResult() && exits().stream().allMatch(ReturnedValues::isNeverNull);
  }

  private List<Expression> exits() {
    List<Expression> exits = new ArrayList<>();
    method.body().ifPresent(body -> collect(body, exits));
    return exits;
  }

  private static void collect(Body body, List<Expression> exits) {
    body.expression().ifPresent(exits::add);
    body.statements().forEach(statement -> collect(statement, exits));
  }

  private static void collect(SyntaxNode node, List<Expression> exits) {
    if (node instanceof ReturnStatement exit) {
      exit.expression().ifPresent(exits::add);
    }
    if (!(node instanceof LambdaExpression) && !(node instanceof LocalFunction)) {
      node.children().forEach(child -> collect(child, exits));
    }
  }

  private static boolean isNeverNull(Expression expression) {
    if (expression instanceof ParenthesizedExpression inner) {
      return isNeverNull(inner.expression());
    }
    if (expression instanceof CastExpression cast) {
      return isNeverNull(cast.expression());
    }
    return expression instanceof ObjectCreation;
  }
}
