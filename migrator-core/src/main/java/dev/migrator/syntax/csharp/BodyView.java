package dev.migrator.syntax.csharp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The body of a member: tokens until somebody looks into it. */
final class BodyView extends NodeView implements Body {
  private final boolean isExpression;

  BodyView(NodeView parent, ParserRuleContext context, boolean isExpression) {
    super(
        parent.parsed(),
        parent,
        context,
        isExpression ? SyntaxKind.EXPRESSION_BODY : SyntaxKind.BLOCK_BODY);
    this.isExpression = isExpression;
  }

  @Override
  List<SyntaxNode> makeChildren() {
    List<SyntaxNode> made = new ArrayList<>();
    ParserRuleContext tree = Objects.requireNonNull(parsed().body(context()).tree());
    if (!isExpression
        && tree.getChildCount() > 0
        && tree.getChild(0) instanceof ParserRuleContext block) {
      NodeFactory.collect(block, this, made);
    } else {
      NodeFactory.collect(tree, this, made);
    }
    return made;
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
