package dev.migrator.rule.startup;

import dev.migrator.edit.Edit;
import dev.migrator.rule.Removal;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls of a method's own base, {@code base.Configure(builder)}: the host's did nothing. */
final class BaseCalls {
  private BaseCalls() {}

  static Stream<Invocation> of(MethodDeclaration method) {
    return method
        .descendants(Invocation.class)
        .filter(
            call ->
                call.target() instanceof MemberAccess access
                    && access.name().is(method.identifier().text())
                    && access.target().filter(t -> t.text().equals("base")).isPresent());
  }

  /** The statement goes; of {@code => base.Configure(builder);} an empty body stays. */
  static Optional<Edit> removed(Invocation call, String ruleId) {
    String path = call.file().source().path();
    SyntaxNode parent = call.parent().orElseThrow();
    if (parent instanceof Body body && body.isExpression()) {
      int end = call.file().tokens().at(call.span().end()).span().end();
      return Optional.of(Edit.replace(path, new Span(body.span().start(), end), "{ }", ruleId));
    }
    if (!(parent instanceof ExpressionStatement statement)) {
      return Optional.empty();
    }
    return Optional.of(
        isInList(statement)
            ? Removal.ofLines(statement, ruleId)
            : Edit.replace(path, statement.span(), "{ }", ruleId));
  }

  /** Whether a statement can go without leaving a hole, as behind {@code if (x)}. */
  static boolean isInList(SyntaxNode statement) {
    return statement
        .parent()
        .filter(parent -> parent instanceof Body || parent instanceof Block)
        .isPresent();
  }
}
