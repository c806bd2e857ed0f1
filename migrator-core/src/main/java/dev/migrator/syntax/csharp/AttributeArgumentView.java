package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.AttributeArgumentContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** An argument of an attribute. */
final class AttributeArgumentView extends NodeView implements AttributeArgument {
  AttributeArgumentView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.ATTRIBUTE_ARGUMENT);
  }

  private Optional<Token> name(int separator) {
    return terminal(separator)
        .map(found -> tokenOf(((AttributeArgumentContext) context()).identifier()));
  }

  @Override
  public Optional<Token> propertyName() {
    return name(CSharpLexer.ASSIGN);
  }

  @Override
  public Optional<Token> parameterName() {
    return name(CSharpLexer.COLON);
  }

  @Override
  public Expression expression() {
    return only(Expression.class);
  }
}
