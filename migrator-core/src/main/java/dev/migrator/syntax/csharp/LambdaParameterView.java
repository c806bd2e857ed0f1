package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The parameter of {@code x => …}. */
final class LambdaParameterView extends NodeView implements Parameter {
  LambdaParameterView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.PARAMETER);
  }

  @Override
  public List<AttributeList> attributeLists() {
    return List.of();
  }

  @Override
  public List<Token> modifiers() {
    return List.of();
  }

  @Override
  public Optional<TypeSyntax> type() {
    return Optional.empty();
  }

  @Override
  public Token identifier() {
    return tokenOf(context());
  }

  @Override
  public Optional<Expression> defaultValue() {
    return Optional.empty();
  }
}
