package dev.migrator.rule;

import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Optional;

/** Whether a function settles its message by a receiver, for which the worker needs the message. */
final class SettledUse {
  private SettledUse() {}

  /** {@code :settled} for the trigger beside a {@code MessageReceiver}. */
  static Optional<String> suffix(FunctionParameter parameter) {
    boolean isTrigger =
        parameter.binding().filter(b -> b.kind().equals("serviceBusTrigger")).isPresent();
    boolean isSettled =
        parameter.syntax().parent().stream()
            .map(SyntaxNode::children)
            .flatMap(children -> children.stream())
            .filter(Parameter.class::isInstance)
            .map(Parameter.class::cast)
            .flatMap(sibling -> sibling.type().stream())
            .map(TypeSyntax::text)
            .anyMatch(type -> type.matches("(.*\\.)?I?MessageReceiver"));
    return isTrigger && isSettled ? Optional.of(":settled") : Optional.empty();
  }
}
