package dev.migrator.rule;

import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.Optional;
import java.util.stream.Stream;

/** How a method uses the value of a parameter. */
public final class ValueUse {
  private ValueUse() {}

  /** Whether some use would notice that the value is null other than by failing. */
  public static boolean mayTestForNull(FunctionParameter parameter) {
    return uses(parameter).anyMatch(use -> !isReceiver(use));
  }

  /** Whether a member of the value gets another value. */
  public static boolean isChanged(FunctionParameter parameter) {
    return uses(parameter).anyMatch(ValueUse::isAssigned);
  }

  private static Stream<NameExpression> uses(FunctionParameter parameter) {
    Optional<SyntaxNode> method = Optional.of(parameter.syntax());
    while (method.isPresent() && !(method.get() instanceof MethodDeclaration)) {
      method = method.get().parent();
    }
    return method.stream()
        .flatMap(node -> node.descendants(NameExpression.class))
        .filter(use -> use.identifier().identifier().equals(parameter.name()));
  }

  /** {@code text.Length} fails for null; {@code text?.Length} and {@code Run(text)} do not. */
  private static boolean isReceiver(NameExpression use) {
    return use.parent()
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> access.target().filter(use::equals).isPresent())
        .filter(access -> !access.text().startsWith(use.text() + "?"))
        .isPresent();
  }

  /** {@code order.State = x}, {@code order.Lines[0].Count++} is not seen. */
  private static boolean isAssigned(NameExpression use) {
    Optional<SyntaxNode> node = use.parent();
    while (node.isPresent() && node.get() instanceof MemberAccess access) {
      if (access.parent().orElse(null) instanceof AssignmentExpression assignment
          && assignment.left().equals(access)) {
        return true;
      }
      node = access.parent();
    }
    return false;
  }
}
