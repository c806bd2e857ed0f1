package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.UsingDirectiveContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** A using directive. */
final class UsingView extends NodeView implements UsingDirective {
  UsingView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.USING_DIRECTIVE);
  }

  @Override
  public boolean isGlobal() {
    return terminal(CSharpLexer.MODIFIER).isPresent();
  }

  @Override
  public boolean isStatic() {
    return terminal(CSharpLexer.STATIC).isPresent();
  }

  @Override
  public Optional<Token> alias() {
    return Optional.ofNullable(((UsingDirectiveContext) context()).usingAlias())
        .map(alias -> tokenOf(alias.identifier()));
  }

  @Override
  public TypeSyntax name() {
    return only(TypeSyntax.class);
  }
}
