package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.TypeParameterContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** A type parameter. */
final class TypeParameterView extends NodeView implements TypeParameter {
  TypeParameterView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.TYPE_PARAMETER);
  }

  @Override
  public List<AttributeList> attributeLists() {
    return childrenOf(AttributeList.class);
  }

  @Override
  public Token identifier() {
    return tokenOf(((TypeParameterContext) context()).identifier());
  }
}
