package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.DeclarationModifierContext;
import dev.migrator.grammar.CSharpParser.FunctionModifierContext;
import dev.migrator.grammar.CSharpParser.LocalDeclarationContext;
import dev.migrator.grammar.CSharpParser.LocalFunctionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Statements that rules look into. */
final class StatementViews {
  private StatementViews() {}

  /** A block. */
  static final class BlockView extends StatementView implements Block {
    BlockView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.BLOCK);
    }

    @Override
    public List<Statement> statements() {
      return childrenOf(Statement.class);
    }
  }

  /** A declaration of locals. */
  static final class LocalView extends StatementView implements LocalDeclaration {
    LocalView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.LOCAL_DECLARATION_STATEMENT);
    }

    @Override
    public List<Token> modifiers() {
      List<Token> modifiers = new ArrayList<>();
      if (context() instanceof LocalDeclarationContext declaration) {
        for (DeclarationModifierContext modifier : declaration.declarationModifier()) {
          modifiers.add(tokenOf(modifier));
        }
      }
      return modifiers;
    }

    @Override
    public TypeSyntax type() {
      return only(TypeSyntax.class);
    }

    @Override
    public List<VariableDeclarator> variables() {
      return childrenOf(VariableDeclarator.class);
    }
  }

  /** A return statement. */
  static final class ReturnView extends StatementView implements ReturnStatement {
    ReturnView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.RETURN_STATEMENT);
    }

    @Override
    public Optional<Expression> expression() {
      return first(Expression.class);
    }
  }

  /** An expression as a statement. */
  static final class ExpressionStatementView extends StatementView implements ExpressionStatement {
    ExpressionStatementView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.EXPRESSION_STATEMENT);
    }

    @Override
    public Expression expression() {
      return only(Expression.class);
    }
  }

  /** A local function. */
  static final class LocalFunctionView extends StatementView implements LocalFunction {
    LocalFunctionView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.LOCAL_FUNCTION_STATEMENT);
    }

    private LocalFunctionContext function() {
      return (LocalFunctionContext) context();
    }

    @Override
    public List<Token> modifiers() {
      List<Token> modifiers = new ArrayList<>();
      for (FunctionModifierContext modifier : function().functionModifier()) {
        modifiers.add(tokenOf(modifier));
      }
      return modifiers;
    }

    @Override
    public TypeSyntax returnType() {
      return only(TypeSyntax.class);
    }

    @Override
    public Token identifier() {
      return tokenOf(function().identifier());
    }

    @Override
    public ParameterList parameterList() {
      return only(ParameterList.class);
    }

    @Override
    public Optional<Body> body() {
      return first(Body.class);
    }
  }
}
