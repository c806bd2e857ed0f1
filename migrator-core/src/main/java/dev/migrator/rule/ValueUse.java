package dev.migrator.rule;

import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a method uses the value of a parameter. */
public final class ValueUse {
  private static final int MOST_CALLS = 5;

  /** Methods of collections and documents that change them. */
  private static final Set<String> CHANGING =
      Set.of(
          "Add",
          "AddRange",
          "Clear",
          "Insert",
          "Remove",
          "RemoveAll",
          "RemoveAt",
          "SetPropertyValue",
          "Sort",
          "TryAdd");

  private static final Pattern STEP = Pattern.compile("(?s)(\\+\\+|--).*|.*(\\+\\+|--)");

  private ValueUse() {}

  /** Whether some use would notice that the value is null other than by failing. */
  public static boolean mayTestForNull(FunctionParameter parameter) {
    return uses(parameter).anyMatch(use -> !isReceiver(use));
  }

  /** Whether a member of the value gets another value. */
  public static boolean isChanged(FunctionParameter parameter) {
    return uses(parameter).anyMatch(use -> isChanged(use, 0));
  }

  private static Stream<NameExpression> uses(FunctionParameter parameter) {
    return parameter.syntax().ancestor(MethodDeclaration.class).stream()
        .flatMap(method -> uses(method, parameter.name()));
  }

  private static Stream<NameExpression> uses(SyntaxNode method, String name) {
    return method
        .descendants(NameExpression.class)
        .filter(use -> use.identifier().identifier().equals(name));
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

  /**
   * {@code order.State = x}, {@code order.Lines[0].Count++}, {@code order["state"] = x}, {@code
   * order.Lines.Add(line)}, and the same in a method of the class that takes the value.
   */
  private static boolean isChanged(NameExpression use, int depth) {
    SyntaxNode node = use;
    while (isMember(node.parent().orElse(null), node)) {
      node = node.parent().orElseThrow();
    }
    SyntaxNode parent = node.parent().orElseThrow();
    boolean isWhole = node.equals(use);
    if (parent instanceof AssignmentExpression assignment) {
      return !isWhole && assignment.left().equals(node);
    }
    if (parent instanceof Invocation) {
      return node instanceof MemberAccess access && CHANGING.contains(access.name().identifier());
    }
    return isWhole && parent instanceof Argument argument
        ? isChangedBehind(argument, depth)
        : !isWhole
            && parent.kind() == SyntaxKind.OTHER_EXPRESSION
            && STEP.matcher(parent.text()).matches();
  }

  private static boolean isMember(@Nullable SyntaxNode parent, SyntaxNode node) {
    return parent instanceof MemberAccess access && access.target().filter(node::equals).isPresent()
        || parent instanceof ElementAccess element && element.target().equals(node);
  }

  private static boolean isChangedBehind(Argument argument, int depth) {
    Optional<Invocation> call = argument.ancestor(Invocation.class);
    if (depth == MOST_CALLS
        || call.isEmpty()
        || !(call.get().target() instanceof NameExpression called)) {
      return false;
    }
    int index = call.get().argumentList().arguments().indexOf(argument);
    return called.ancestor(TypeDeclaration.class).stream()
        .flatMap(type -> type.members().stream())
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(method -> method.identifier().is(called.identifier().identifier()))
        .filter(method -> index >= 0 && index < method.parameterList().parameters().size())
        .anyMatch(
            method ->
                uses(
                        method,
                        method.parameterList().parameters().get(index).identifier().identifier())
                    .anyMatch(use -> isChanged(use, depth + 1)));
  }
}
