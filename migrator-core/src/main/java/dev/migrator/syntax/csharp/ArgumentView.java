package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.ArgumentContext;
import dev.migrator.grammar.CSharpParser.ArgumentNameContext;
import dev.migrator.grammar.CSharpParser.TupleArgumentContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** An argument. */
final class ArgumentView extends NodeView implements Argument {
  ArgumentView(NodeView parent, ParserRuleContext context) {
    super(parent.parsed(), parent, context, SyntaxKind.ARGUMENT);
  }

  @Override
  public Optional<Token> name() {
    ArgumentNameContext name =
        context() instanceof ArgumentContext own
            ? own.argumentName()
            : ((TupleArgumentContext) context()).argumentName();
    return Optional.ofNullable(name).map(named -> tokenOf(named.identifier()));
  }

  @Override
  public Optional<Token> refKind() {
    return terminal(CSharpLexer.REF_ARGUMENT)
        .or(() -> terminal(CSharpLexer.OUT))
        .or(() -> terminal(CSharpLexer.IN));
  }

  @Override
  public Expression expression() {
    return only(Expression.class);
  }
}
