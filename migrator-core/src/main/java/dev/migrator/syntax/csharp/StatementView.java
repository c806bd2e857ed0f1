package dev.migrator.syntax.csharp;

import org.antlr.v4.runtime.ParserRuleContext;

/** A statement without a type of its own. */
class StatementView extends NodeView implements Statement {
  StatementView(NodeView parent, ParserRuleContext context, SyntaxKind kind) {
    super(parent.parsed(), parent, context, kind);
  }
}
