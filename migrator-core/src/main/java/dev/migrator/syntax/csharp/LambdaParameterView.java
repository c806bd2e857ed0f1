package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The parameter of {@code x => …}. */
final class LambdaParameterView extends NodeView implements Parameter {
  private final Token token;

  LambdaParameterView(NodeView parent, ParserRuleContext context, Token token) {
    super(parent.parsed(), parent, context, SyntaxKind.PARAMETER);
    this.token = token;
  }

  @Override
  public Span span() {
    return token.span();
  }

  @Override
  List<SyntaxNode> makeChildren() {
    return List.of();
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
    return token;
  }

  @Override
  public Optional<Expression> defaultValue() {
    return Optional.empty();
  }
}
