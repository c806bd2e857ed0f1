package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpParser.*;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Makes the view of each context; contexts that mean nothing by themselves are looked through. */
final class NodeFactory {
  private static final Map<Class<? extends ParserRuleContext>, Maker> MAKERS = makers();

  /** Makes a view, or null to look through the context. */
  private interface Maker {
    @Nullable SyntaxNode make(ParserRuleContext context, NodeView parent);
  }

  private NodeFactory() {}

  /** Adds the views below a context, in order. */
  static void collect(ParserRuleContext context, NodeView parent, List<SyntaxNode> views) {
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof ParserRuleContext rule) {
        add(rule, parent, views);
      }
    }
  }

  private static void add(ParserRuleContext rule, NodeView parent, List<SyntaxNode> views) {
    Maker maker = MAKERS.get(rule.getClass());
    SyntaxNode made = maker == null ? null : maker.make(rule, parent);
    if (made == null) {
      collect(rule, parent, views);
    } else {
      views.add(made);
    }
  }

  private static Maker plain(SyntaxKind kind) {
    return (context, parent) -> new NodeView(parent.parsed(), parent, context, kind);
  }

  private static Maker other(SyntaxKind kind) {
    return (context, parent) -> new ExpressionView(parent, context, kind);
  }

  private static Maker statement(SyntaxKind kind) {
    return (context, parent) -> new StatementView(parent, context, kind);
  }

  private static Map<Class<? extends ParserRuleContext>, Maker> makers() {
    Map<Class<? extends ParserRuleContext>, Maker> makers = new HashMap<>();
    declarations(makers);
    types(makers);
    statements(makers);
    expressions(makers);
    return Map.copyOf(makers);
  }

  private static void declarations(Map<Class<? extends ParserRuleContext>, Maker> makers) {
    makers.put(UsingDirectiveContext.class, (c, p) -> new UsingView(p, c));
    makers.put(ExternAliasContext.class, plain(SyntaxKind.EXTERN_ALIAS_DIRECTIVE));
    makers.put(GlobalAttributesContext.class, (c, p) -> new AttributeListView(p, c));
    makers.put(AttributeListContext.class, (c, p) -> new AttributeListView(p, c));
    makers.put(AttributeContext.class, (c, p) -> new AttributeView(p, c));
    makers.put(AttributeArgumentContext.class, (c, p) -> new AttributeArgumentView(p, c));
    makers.put(
        MemberDeclarationContext.class, (c, p) -> MemberViews.of(p, (MemberDeclarationContext) c));
    makers.put(EnumMemberContext.class, (c, p) -> new MemberViews.EnumMemberView(p, c));
    makers.put(AccessorContext.class, plain(SyntaxKind.ACCESSOR_DECLARATION));
    makers.put(TypeParameterContext.class, (c, p) -> new TypeParameterView(p, c));
    makers.put(ConstraintContext.class, plain(SyntaxKind.TYPE_PARAMETER_CONSTRAINT_CLAUSE));
    makers.put(ParameterListContext.class, (c, p) -> new ParameterListView(p, c));
    makers.put(LambdaParametersContext.class, (c, p) -> new ParameterListView(p, c));
    makers.put(BracketedParametersContext.class, (c, p) -> new ParameterListView(p, c));
    makers.put(ParameterContext.class, (c, p) -> new ParameterView(p, c));
    makers.put(DeclaratorContext.class, (c, p) -> new VariableView(p, c));
    makers.put(FixedDeclaratorContext.class, (c, p) -> new VariableView(p, c));
    makers.put(BlockBodyContext.class, (c, p) -> new BodyView(p, c, false));
    makers.put(ExpressionBodyContext.class, (c, p) -> new BodyView(p, c, true));
    makers.put(ArgumentListContext.class, (c, p) -> new ArgumentListView(p, c));
    makers.put(BracketedArgumentsContext.class, (c, p) -> new ArgumentListView(p, c));
    makers.put(ReceiverContext.class, (c, p) -> new ParameterListView(p, c));
    makers.put(ReceiverParameterContext.class, (c, p) -> new ParameterView(p, c));
    makers.put(ArgumentContext.class, (c, p) -> new ArgumentView(p, c));
    makers.put(TupleArgumentContext.class, (c, p) -> new ArgumentView(p, c));
  }

  private static void types(Map<Class<? extends ParserRuleContext>, Maker> makers) {
    makers.put(TypeContext.class, NodeFactory::type);
    makers.put(NameContext.class, (c, p) -> TypeView.ofName(p, (NameContext) c));
    makers.put(QualifierContext.class, (c, p) -> TypeView.ofQualifier(p, (QualifierContext) c));
  }

  /** A type where an expression stands is wrapped, so that readers of expressions see it. */
  private static SyntaxNode type(ParserRuleContext context, NodeView parent) {
    boolean isWrapped =
        switch (parent.kind()) {
          case PATTERN, BINARY_EXPRESSION -> true;
          case OTHER_EXPRESSION ->
              parent.context() instanceof TypeOfContext
                  || parent.context() instanceof DefaultOfContext
                  || parent.context() instanceof TypeOfOperandContext;
          default -> false;
        };
    return isWrapped
        ? new TypeExpressionView(parent, context)
        : TypeView.of(parent, (TypeContext) context);
  }

  private static void statements(Map<Class<? extends ParserRuleContext>, Maker> makers) {
    makers.put(BlockContext.class, (c, p) -> new StatementViews.BlockView(p, c));
    makers.put(LocalDeclarationContext.class, (c, p) -> new StatementViews.LocalView(p, c));
    makers.put(LocalVariablesContext.class, (c, p) -> new StatementViews.LocalView(p, c));
    makers.put(LocalFunctionContext.class, (c, p) -> new StatementViews.LocalFunctionView(p, c));
    makers.put(ReturnStatementContext.class, (c, p) -> new StatementViews.ReturnView(p, c));
    makers.put(
        ExpressionStatementContext.class,
        (c, p) -> new StatementViews.ExpressionStatementView(p, c));
    makers.put(FunctionBodyContext.class, NodeFactory::functionBody);
    makers.put(CatchClauseContext.class, plain(SyntaxKind.CATCH_CLAUSE));
    makers.put(SwitchSectionContext.class, plain(SyntaxKind.SWITCH_SECTION));
    Maker other = statement(SyntaxKind.OTHER_STATEMENT);
    List.of(
            EmptyStatementContext.class,
            LabeledContext.class,
            IfStatementContext.class,
            WhileStatementContext.class,
            DoStatementContext.class,
            ForStatementContext.class,
            ForeachStatementContext.class,
            SwitchStatementContext.class,
            TryStatementContext.class,
            UsingStatementContext.class,
            FixedStatementContext.class,
            LockStatementContext.class,
            CheckedStatementContext.class,
            BreakStatementContext.class,
            ContinueStatementContext.class,
            GotoStatementContext.class,
            RethrowStatementContext.class,
            YieldStatementContext.class,
            StrayStatementContext.class)
        .forEach(type -> makers.put(type, other));
  }

  /** The body of a local function is parsed with the body around it. */
  private static @Nullable SyntaxNode functionBody(ParserRuleContext context, NodeView parent) {
    FunctionBodyContext body = (FunctionBodyContext) context;
    if (body.block() != null) {
      return new InnerBodyView(parent, body.block(), false);
    }
    return body.expression() == null ? null : new InnerBodyView(parent, body, true);
  }

  private static void expressions(Map<Class<? extends ParserRuleContext>, Maker> makers) {
    makers.put(LiteralExpressionContext.class, (c, p) -> new ExpressionViews.LiteralView(p, c));
    makers.put(LiteralOperandContext.class, (c, p) -> new ExpressionViews.LiteralView(p, c));
    makers.put(DefaultLiteralContext.class, (c, p) -> new ExpressionViews.LiteralView(p, c));
    makers.put(NameExpressionContext.class, (c, p) -> new ExpressionViews.NameView(p, c));
    makers.put(NameOperandContext.class, (c, p) -> new ExpressionViews.NameView(p, c));
    makers.put(PredefinedExpressionContext.class, (c, p) -> new TypeExpressionView(p, c));
    makers.put(MemberAccessContext.class, (c, p) -> new ExpressionViews.MemberView(p, c));
    makers.put(MemberOperandContext.class, (c, p) -> new ExpressionViews.MemberView(p, c));
    makers.put(InvocationContext.class, (c, p) -> new ExpressionViews.InvocationView(p, c));
    makers.put(CallOperandContext.class, (c, p) -> new ExpressionViews.InvocationView(p, c));
    makers.put(ElementAccessContext.class, (c, p) -> new ExpressionViews.ElementView(p, c));
    makers.put(CreationContext.class, NodeFactory::creation);
    makers.put(CreationOperandContext.class, other(SyntaxKind.OTHER_EXPRESSION));
    makers.put(ImplicitCreationContext.class, (c, p) -> new ExpressionViews.CreationView(p, c));
    makers.put(AssignmentContext.class, (c, p) -> new ExpressionViews.AssignmentView(p, c));
    makers.put(BinaryContext.class, (c, p) -> new ExpressionViews.BinaryView(p, c));
    makers.put(BinaryOperandContext.class, (c, p) -> new ExpressionViews.BinaryView(p, c));
    makers.put(AsExpressionContext.class, (c, p) -> new ExpressionViews.BinaryView(p, c));
    makers.put(IsExpressionContext.class, NodeFactory::isTest);
    makers.put(ParenthesizedContext.class, (c, p) -> new ExpressionViews.ParenthesesView(p, c));
    makers.put(
        ParenthesizedOperandContext.class, (c, p) -> new ExpressionViews.ParenthesesView(p, c));
    makers.put(CastContext.class, (c, p) -> new ExpressionViews.CastView(p, c));
    makers.put(CastOperandContext.class, (c, p) -> new ExpressionViews.CastView(p, c));
    makers.put(AwaitExpressionContext.class, (c, p) -> new ExpressionViews.AwaitView(p, c));
    makers.put(LambdaParameterContext.class, (c, p) -> new LambdaParameterView(p, c));
    makers.put(LambdaContext.class, (c, p) -> new ExpressionViews.LambdaView(p, c));
    makers.put(InterpolatedStringContext.class, other(SyntaxKind.INTERPOLATED_STRING_EXPRESSION));
    makers.put(InterpolatedOperandContext.class, other(SyntaxKind.INTERPOLATED_STRING_EXPRESSION));
    makers.put(InitializerContext.class, other(SyntaxKind.INITIALIZER));
    makers.put(ArmContext.class, plain(SyntaxKind.SWITCH_ARM));
    makers.put(QueryClauseContext.class, plain(SyntaxKind.QUERY_CLAUSE));
    makers.put(LastClauseContext.class, plain(SyntaxKind.QUERY_CLAUSE));
    makers.put(ContinuationContext.class, plain(SyntaxKind.QUERY_CLAUSE));
    makers.put(NotPatternContext.class, plain(SyntaxKind.PATTERN));
    makers.put(BinaryPatternContext.class, plain(SyntaxKind.PATTERN));
    makers.put(OtherPatternContext.class, plain(SyntaxKind.PATTERN));
    Maker other = other(SyntaxKind.OTHER_EXPRESSION);
    List.of(
            KeywordExpressionContext.class,
            TupleContext.class,
            CollectionContext.class,
            TypeOfContext.class,
            TypeOfOperandContext.class,
            DefaultOfContext.class,
            DefaultOperandContext.class,
            CheckedExpressionContext.class,
            CheckedOperandContext.class,
            ImplicitArrayContext.class,
            AnonymousObjectContext.class,
            StackAllocContext.class,
            ImplicitStackAllocContext.class,
            QueryContext.class,
            PostfixContext.class,
            UnaryContext.class,
            UnaryOperandContext.class,
            RangeContext.class,
            SwitchExpressionContext.class,
            WithExpressionContext.class,
            ConditionalContext.class,
            RefExpressionContext.class,
            ThrowExpressionContext.class,
            PredefinedOperandContext.class,
            DeclarationExpressionContext.class)
        .forEach(type -> makers.put(type, other));
  }

  /** {@code x is T} is an operator with a type; anything else tests a pattern. */
  private static SyntaxNode isTest(ParserRuleContext context, NodeView parent) {
    return ExpressionViews.BinaryView.plainType((IsExpressionContext) context).isPresent()
        ? new ExpressionViews.BinaryView(parent, context)
        : new ExpressionView(parent, context, SyntaxKind.OTHER_EXPRESSION);
  }

  /** {@code new T(x)}; {@code new T[n]} is no object. */
  private static SyntaxNode creation(ParserRuleContext context, NodeView parent) {
    CreationRestContext rest = ((CreationContext) context).creationRest();
    boolean isArray =
        rest == null
            || rest.bracketedArguments() != null
            || NodeView.spanOf(((CreationContext) context).type())
                .of(parent.file().source().text())
                .endsWith("]");
    return isArray
        ? new ExpressionView(parent, context, SyntaxKind.OTHER_EXPRESSION)
        : new ExpressionViews.CreationView(parent, context);
  }
}
