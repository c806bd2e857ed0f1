package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.ParameterContext;
import dev.migrator.grammar.CSharpParser.ParameterModifierContext;
import dev.migrator.grammar.CSharpParser.ReceiverParameterContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** A parameter. */
final class ParameterView extends NodeView implements Parameter {
  ParameterView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.PARAMETER);
  }

  @Override
  public List<AttributeList> attributeLists() {
    return childrenOf(AttributeList.class);
  }

  @Override
  public List<Token> modifiers() {
    List<ParameterModifierContext> modifiers =
        context() instanceof ParameterContext own
            ? own.parameterModifier()
            : ((ReceiverParameterContext) context()).parameterModifier();
    return modifiers.stream().map(modifier -> tokenOf(modifier)).toList();
  }

  @Override
  public Optional<TypeSyntax> type() {
    return first(TypeSyntax.class);
  }

  @Override
  public Token identifier() {
    return tokenOf(
        context() instanceof ParameterContext own
            ? own.identifier()
            : ((ReceiverParameterContext) context()).identifier());
  }

  @Override
  public Optional<Expression> defaultValue() {
    return first(Expression.class);
  }
}
