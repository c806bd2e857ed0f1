package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.AttributeListContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Attributes in brackets, on a member or on the assembly. */
final class AttributeListView extends NodeView implements AttributeList {
  AttributeListView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.ATTRIBUTE_LIST);
  }

  @Override
  public Optional<Token> target() {
    if (context() instanceof AttributeListContext list) {
      return Optional.ofNullable(list.attributeTarget()).map(this::tokenOf);
    }
    return terminal(CSharpLexer.MODIFIER);
  }

  @Override
  public List<Attribute> attributes() {
    return childrenOf(Attribute.class);
  }
}
