package dev.migrator.syntax.csharp;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Arguments in parentheses or brackets. */
final class ArgumentListView extends NodeView implements ArgumentList {
  ArgumentListView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.ARGUMENT_LIST);
  }

  @Override
  public List<Argument> arguments() {
    return childrenOf(Argument.class);
  }
}
