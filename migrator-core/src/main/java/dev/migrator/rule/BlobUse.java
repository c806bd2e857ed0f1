package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;

/** How a method uses a blob that it reads. */
final class BlobUse {
  private BlobUse() {}

  /** Whether some use would notice that the value is null other than by failing. */
  static boolean mayTestForNull(FunctionParameter parameter) {
    Binding binding = parameter.binding().orElseThrow();
    return binding.kind().equals("blob")
        && binding.direction() == Direction.IN
        && parameter
            .syntax()
            .parent()
            .flatMap(list -> list.parent())
            .filter(MethodDeclaration.class::isInstance)
            .map(MethodDeclaration.class::cast)
            .map(method -> isTested(method, parameter.name()))
            .orElse(true);
  }

  private static boolean isTested(MethodDeclaration method, String name) {
    return method
        .descendants(NameExpression.class)
        .filter(use -> use.identifier().identifier().equals(name))
        .anyMatch(use -> !isReceiver(use));
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
}
