package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.DeclaratorContext;
import dev.migrator.grammar.CSharpParser.FixedDeclaratorContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** A variable of a declaration. */
final class VariableView extends NodeView implements VariableDeclarator {
  VariableView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.VARIABLE_DECLARATOR);
  }

  @Override
  public Token identifier() {
    return context() instanceof DeclaratorContext own
        ? tokenOf(own.identifier())
        : tokenOf(((FixedDeclaratorContext) context()).identifier());
  }

  @Override
  public Optional<Expression> initializer() {
    return context() instanceof DeclaratorContext ? first(Expression.class) : Optional.empty();
  }
}
