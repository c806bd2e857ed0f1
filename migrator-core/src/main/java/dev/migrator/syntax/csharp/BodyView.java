package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.grammar.CSharpFrontEnd.Parsed;
import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpLexerBase.Problem;
import dev.migrator.grammar.CSharpParser;
import dev.migrator.grammar.CSharpToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The body of a member: tokens until somebody looks into it. */
final class BodyView extends NodeView implements Body {
  private final boolean isExpression;
  private @Nullable Parsed<? extends ParserRuleContext> parsedBody;

  BodyView(NodeView parent, ParserRuleContext context, boolean isExpression) {
    super(
        parent.parsed(),
        parent,
        context,
        isExpression ? SyntaxKind.EXPRESSION_BODY : SyntaxKind.BLOCK_BODY);
    this.isExpression = isExpression;
  }

  private synchronized Parsed<? extends ParserRuleContext> body() {
    if (parsedBody == null) {
      List<CSharpToken> tokens = new ArrayList<>();
      for (int i = 0; i < context().getChildCount(); i++) {
        if (context().getChild(i) instanceof TerminalNode leaf) {
          add((CSharpToken) leaf.getSymbol(), tokens);
        }
      }
      parsedBody =
          isExpression
              ? parsed().parseBody(tokens, CSharpParser::bodyExpression)
              : parsed().parseBody(tokens, CSharpParser::bodyBlock);
    }
    return parsedBody;
  }

  private void add(CSharpToken token, List<CSharpToken> tokens) {
    switch (token.getType()) {
      case CSharpLexer.BODY_REST, CSharpLexer.EXPRESSION_REST -> tokens.addAll(token.inside);
      case CSharpLexer.ARROW -> {}
      default -> tokens.add(token);
    }
  }

  List<Problem> problems() {
    Parsed<? extends ParserRuleContext> body = body();
    boolean isAsync =
        parent().orElse(null) instanceof MemberDeclaration member && member.hasModifier("async");
    return isAsync && body.problems().isEmpty() && body.tree() != null
        ? CSharpFrontEnd.asyncProblems(body.tree())
        : body.problems();
  }

  @Override
  List<SyntaxNode> makeChildren() {
    List<SyntaxNode> made = new ArrayList<>();
    ParserRuleContext tree = Objects.requireNonNull(body().tree());
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
