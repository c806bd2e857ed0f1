package dev.migrator.syntax.csharp;

import org.antlr.v4.runtime.ParserRuleContext;

/** An expression without a type of its own. */
class ExpressionView extends NodeView implements Expression {
  ExpressionView(NodeView parent, ParserRuleContext context, SyntaxKind kind) {
    super(parent.parsed(), parent, context, kind);
  }
}
