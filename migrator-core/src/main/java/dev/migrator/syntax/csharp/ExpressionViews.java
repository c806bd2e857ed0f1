package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.IsExpressionContext;
import dev.migrator.grammar.CSharpParser.MemberAccessContext;
import dev.migrator.grammar.CSharpParser.MemberOperandContext;
import dev.migrator.grammar.CSharpParser.NameExpressionContext;
import dev.migrator.grammar.CSharpParser.OtherPatternContext;
import dev.migrator.grammar.CSharpParser.SimplePatternContext;
import dev.migrator.grammar.CSharpParser.TypeArgumentsContext;
import dev.migrator.grammar.CSharpParser.TypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Expressions that rules look into. */
final class ExpressionViews {
  private ExpressionViews() {}

  private static List<TypeSyntax> types(NodeView view, @Nullable TypeArgumentsContext arguments) {
    return arguments == null ? List.of() : view.childrenOf(TypeSyntax.class);
  }

  /** A literal. */
  static final class LiteralView extends ExpressionView implements LiteralExpression {
    LiteralView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.LITERAL_EXPRESSION);
    }

    @Override
    public Token token() {
      return tokenOf(context());
    }

    @Override
    public Optional<String> stringValue() {
      return token().kind() == TokenKind.STRING
          ? Optional.of(StringLiterals.value(token().text()))
          : Optional.empty();
    }
  }

  /** A name. */
  static final class NameView extends ExpressionView implements NameExpression {
    NameView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.NAME_EXPRESSION);
    }

    private List<TerminalNode> identifiers() {
      List<TerminalNode> found = new ArrayList<>();
      for (int i = 0; i < context().getChildCount(); i++) {
        if (context().getChild(i) instanceof TerminalNode leaf
            && TokenTable.isIdentifier(leaf.getSymbol().getType())) {
          found.add(leaf);
        }
      }
      return found;
    }

    @Override
    public Optional<Token> aliasQualifier() {
      List<TerminalNode> all = identifiers();
      return all.size() > 1 ? Optional.of(token(all.get(0).getSymbol())) : Optional.empty();
    }

    @Override
    public Token identifier() {
      List<TerminalNode> all = identifiers();
      return all.isEmpty() ? tokenOf(context()) : token(all.get(all.size() - 1).getSymbol());
    }

    @Override
    public List<TypeSyntax> typeArguments() {
      return context() instanceof NameExpressionContext name
          ? types(this, name.typeArguments())
          : childrenOf(TypeSyntax.class);
    }
  }

  /** A member access. */
  static final class MemberView extends ExpressionView implements MemberAccess {
    MemberView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.MEMBER_ACCESS_EXPRESSION);
    }

    @Override
    public Optional<Expression> target() {
      return first(Expression.class);
    }

    @Override
    public Token name() {
      if (context() instanceof MemberAccessContext access) {
        TerminalNode own = access.IDENT();
        return own == null ? tokenOf(access.identifier()) : token(own.getSymbol());
      }
      return tokenOf(((MemberOperandContext) context()).identifier());
    }

    @Override
    public List<TypeSyntax> typeArguments() {
      return context() instanceof MemberAccessContext access
          ? types(this, access.typeArguments())
          : types(this, ((MemberOperandContext) context()).typeArguments());
    }

    @Override
    public boolean isConditional() {
      return terminal(CSharpLexer.COND_ACCESS).isPresent();
    }
  }

  /** A call. */
  static final class InvocationView extends ExpressionView implements Invocation {
    InvocationView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.INVOCATION_EXPRESSION);
    }

    @Override
    public Expression target() {
      return only(Expression.class);
    }

    @Override
    public ArgumentList argumentList() {
      return only(ArgumentList.class);
    }
  }

  /** An access by index. */
  static final class ElementView extends ExpressionView implements ElementAccess {
    ElementView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.ELEMENT_ACCESS_EXPRESSION);
    }

    @Override
    public Expression target() {
      return only(Expression.class);
    }

    @Override
    public ArgumentList argumentList() {
      return only(ArgumentList.class);
    }
  }

  /** The creation of an object. */
  static final class CreationView extends ExpressionView implements ObjectCreation {
    CreationView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.OBJECT_CREATION_EXPRESSION);
    }

    @Override
    public Optional<TypeSyntax> type() {
      return first(TypeSyntax.class);
    }

    @Override
    public Optional<ArgumentList> argumentList() {
      return first(ArgumentList.class);
    }

    @Override
    public Optional<Expression> initializer() {
      return first(Expression.class);
    }
  }

  /** An assignment. */
  static final class AssignmentView extends ExpressionView implements AssignmentExpression {
    AssignmentView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.ASSIGNMENT_EXPRESSION);
    }

    @Override
    public Expression left() {
      return only(Expression.class);
    }

    @Override
    public Token operator() {
      return operatorOf(this);
    }

    @Override
    public Expression right() {
      return second();
    }
  }

  /** An operator between two expressions, {@code as} and {@code is} with a plain type included. */
  static final class BinaryView extends ExpressionView implements BinaryExpression {
    BinaryView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.BINARY_EXPRESSION);
    }

    @Override
    List<SyntaxNode> makeChildren() {
      if (!(context() instanceof IsExpressionContext test)) {
        return super.makeChildren();
      }
      List<SyntaxNode> made = new ArrayList<>(super.makeChildren().subList(0, 1));
      plainType(test).ifPresent(type -> made.add(new TypeExpressionView(this, type)));
      return made;
    }

    /** The type of {@code x is T} where nothing else stands. */
    static Optional<TypeContext> plainType(IsExpressionContext test) {
      if (!(test.pattern() instanceof OtherPatternContext pattern)) {
        return Optional.empty();
      }
      SimplePatternContext simple = pattern.simplePattern();
      return simple != null && simple.getChildCount() == 3
          ? Optional.ofNullable(simple.type())
          : Optional.empty();
    }

    @Override
    public Expression left() {
      return only(Expression.class);
    }

    @Override
    public Token operator() {
      return operatorOf(this);
    }

    @Override
    public Expression right() {
      return second();
    }
  }

  private static Token operatorOf(NodeView view) {
    for (int i = 0; i < view.context().getChildCount(); i++) {
      if (view.context().getChild(i) instanceof TerminalNode leaf) {
        return view.token(leaf.getSymbol());
      }
    }
    return view.tokenOf(null);
  }

  /** Parentheses. */
  static final class ParenthesesView extends ExpressionView implements ParenthesizedExpression {
    ParenthesesView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.PARENTHESIZED_EXPRESSION);
    }

    @Override
    public Expression expression() {
      return only(Expression.class);
    }
  }

  /** A cast. */
  static final class CastView extends ExpressionView implements CastExpression {
    CastView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.CAST_EXPRESSION);
    }

    @Override
    public TypeSyntax type() {
      return only(TypeSyntax.class);
    }

    @Override
    public Expression expression() {
      return only(Expression.class);
    }
  }

  /** An awaited expression. */
  static final class AwaitView extends ExpressionView implements AwaitExpression {
    AwaitView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.AWAIT_EXPRESSION);
    }

    @Override
    public Expression expression() {
      return only(Expression.class);
    }
  }

  /** An anonymous function. */
  static final class LambdaView extends ExpressionView implements LambdaExpression {
    LambdaView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.LAMBDA_EXPRESSION);
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> single = childrenOf(Parameter.class);
      return single.isEmpty()
          ? first(ParameterList.class).map(ParameterList::parameters).orElse(List.of())
          : single;
    }

    @Override
    public SyntaxNode lambdaBody() {
      List<SyntaxNode> all = children();
      return all.isEmpty() ? this : all.get(all.size() - 1);
    }
  }
}
