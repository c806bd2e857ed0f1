package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.TypeContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** A type where an expression stands. */
final class TypeExpressionView extends ExpressionView implements TypeExpression {
  TypeExpressionView(NodeView parent, ParserRuleContext context) {
    super(parent, context, SyntaxKind.TYPE_EXPRESSION);
  }

  @Override
  List<SyntaxNode> makeChildren() {
    return context() instanceof TypeContext type
        ? List.of(TypeView.of(this, type))
        : List.of(TypeView.ofPredefined(this, context()));
  }

  @Override
  public TypeSyntax type() {
    return only(TypeSyntax.class);
  }
}
