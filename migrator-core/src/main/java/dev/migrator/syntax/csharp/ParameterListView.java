package dev.migrator.syntax.csharp;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Parameters in parentheses or brackets. */
final class ParameterListView extends NodeView implements ParameterList {
  ParameterListView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.PARAMETER_LIST);
  }

  @Override
  public List<Parameter> parameters() {
    return childrenOf(Parameter.class);
  }
}
