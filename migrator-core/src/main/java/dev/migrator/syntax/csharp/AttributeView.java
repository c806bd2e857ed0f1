package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.AttributeContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** One attribute. */
final class AttributeView extends NodeView implements Attribute {
  AttributeView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.ATTRIBUTE);
  }

  @Override
  public TypeSyntax name() {
    return only(TypeSyntax.class);
  }

  @Override
  public AttributeList list() {
    return (AttributeList) parent().orElseThrow();
  }

  @Override
  public List<AttributeArgument> arguments() {
    return childrenOf(AttributeArgument.class);
  }

  @Override
  public boolean hasArgumentList() {
    return ((AttributeContext) context()).attributeArguments() != null;
  }
}
