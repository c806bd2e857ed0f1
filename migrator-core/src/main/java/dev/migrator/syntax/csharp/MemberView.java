package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.MemberDeclarationContext;
import dev.migrator.grammar.CSharpParser.ModifierContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** A member with its attributes and modifiers. */
class MemberView extends NodeView implements OtherMember {
  MemberView(NodeView parent, ParserRuleContext context, SyntaxKind kind) {
    super(parent.parsed(), parent, context, kind);
  }

  @Override
  public List<AttributeList> attributeLists() {
    return childrenOf(AttributeList.class);
  }

  @Override
  public List<Token> modifiers() {
    List<Token> modifiers = new ArrayList<>();
    if (context() instanceof MemberDeclarationContext member) {
      for (ModifierContext modifier : member.modifier()) {
        modifiers.add(tokenOf(modifier));
      }
    }
    return modifiers;
  }
}
