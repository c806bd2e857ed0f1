package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.FunctionBodyContext;
import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The body of a local function. */
final class InnerBodyView extends NodeView implements Body {
  private final boolean isExpression;

  InnerBodyView(NodeView parent, ParserRuleContext context, boolean isExpression) {
    super(
        parent.parsed(),
        parent,
        context,
        isExpression ? SyntaxKind.EXPRESSION_BODY : SyntaxKind.BLOCK_BODY);
    this.isExpression = isExpression;
  }

  @Override
  public Span span() {
    Span all = spanOf(context());
    return context() instanceof FunctionBodyContext body && body.expression() != null
        ? new Span(all.start(), spanOf(body.expression()).end())
        : all;
  }

  @Override
  public boolean isExpression() {
    return isExpression;
  }

  @Override
  public List<Statement> statements() {
    return isExpression ? List.of() : childrenOf(Statement.class);
  }

  @Override
  public Optional<Expression> expression() {
    return isExpression ? first(Expression.class) : Optional.empty();
  }
}
