package dev.migrator.grammar;

import dev.migrator.grammar.CSharpLexerBase.Problem;
import dev.migrator.grammar.CSharpParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** What the compiler's parser refuses though the grammar, kept free of lookahead, admits it. */
final class CSharpChecks {
  private static final Set<String> ACCESSORS = Set.of("get", "set", "init", "add", "remove");

  /** Words that are modifiers wherever a member begins. */
  private static final Set<String> MODIFIERS_ONLY = Set.of("required", "file");

  private final List<Problem> problems = new ArrayList<>();

  private CSharpChecks() {}

  /** Problems of a tree that was parsed without an error, of which the parser kept a list. */
  static List<Problem> of(List<ParserRuleContext> candidates) {
    CSharpChecks checks = new CSharpChecks();
    for (ParserRuleContext candidate : candidates) {
      checks.check(candidate);
    }
    return checks.problems;
  }

  /** Whether a context is of an expression about which something may have to be refused. */
  static boolean isCandidate(ParserRuleContext context) {
    return context instanceof ExpressionContext
        && !(context instanceof NameExpressionContext
            || context instanceof MemberAccessContext
            || context instanceof InvocationContext
            || context instanceof LiteralExpressionContext);
  }

  /**
   * Where {@code await} is a name in the body of what is async, other functions in it left out.
   * Before a minus sign or a bracket it is the operator, though the tree has a name.
   */
  static List<Problem> awaitNames(ParserRuleContext body) {
    CSharpChecks checks = new CSharpChecks();
    checks.walk(body);
    return checks.problems;
  }

  private void awaitName(ParserRuleContext context) {
    boolean isName =
        context instanceof NameExpressionContext
            || context.getRuleIndex() == CSharpParser.RULE_name;
    boolean isOperator =
        context.getParent() instanceof BinaryContext
            || context.getParent() instanceof ElementAccessContext;
    if (isName && !isOperator && ((CSharpToken) context.getStart()).is("await")) {
      report(context, "'await' as a name in an async function");
    }
  }

  /** From the outside in, in source order; without recursion, since trees may be deep. */
  private void walk(ParserRuleContext root) {
    List<ParserRuleContext> open = new ArrayList<>();
    open.add(root);
    while (!open.isEmpty()) {
      ParserRuleContext context = open.remove(open.size() - 1);
      awaitName(context);
      for (int i = context.getChildCount() - 1; i >= 0; i--) {
        if (context.getChild(i) instanceof ParserRuleContext child && !isFunction(child)) {
          open.add(child);
        }
      }
    }
  }

  private static boolean isFunction(ParserRuleContext context) {
    return context instanceof LambdaContext || context instanceof LocalFunctionContext;
  }

  private void report(ParserRuleContext at, String message) {
    int start = at.getStart().getStartIndex();
    int end = at.getStop() == null ? start : at.getStop().getStopIndex() + 1;
    problems.add(new Problem(start, Math.max(start, end), message));
  }

  private void check(ParserRuleContext context) {
    switch (context.getRuleIndex()) {
      case CSharpParser.RULE_expression -> expression((ExpressionContext) context);
      case CSharpParser.RULE_statement -> statement((StatementContext) context);
      case CSharpParser.RULE_simplePattern -> pattern((SimplePatternContext) context);
      case CSharpParser.RULE_typeArguments -> typeArguments((TypeArgumentsContext) context);
      case CSharpParser.RULE_elements -> elements((ElementsContext) context);
      case CSharpParser.RULE_arm -> arm((ArmContext) context);
      case CSharpParser.RULE_accessor -> accessor((AccessorContext) context);
      case CSharpParser.RULE_typeBody -> typeBody((TypeBodyContext) context);
      case CSharpParser.RULE_attributeArgument -> {
        if (((AttributeArgumentContext) context).expression() instanceof RefExpressionContext) {
          report(context, "'ref' in an attribute");
        }
      }
      default -> {}
    }
  }

  // --- Expressions

  private void expression(ExpressionContext expression) {
    if (expression instanceof PredefinedExpressionContext) {
      ParserRuleContext parent = expression.getParent();
      if (!(parent instanceof MemberAccessContext
          || parent instanceof TupleArgumentContext
          || parent instanceof ArgumentContext && isTypeTaking(parent))) {
        report(expression, "a type where a value is expected");
      }
    } else if (expression instanceof BinaryContext binary) {
      operand(binary, binary.op.getType() == CSharpLexer.COALESCE);
    } else if (expression instanceof UnaryContext
        || expression instanceof CastContext
        || expression instanceof AwaitExpressionContext
        || expression instanceof RangeContext) {
      operand(expression, false);
    } else if (expression instanceof TupleContext tuple) {
      tuple(tuple);
    } else if (expression instanceof WithExpressionContext with) {
      withOperand(with);
    } else if (expression instanceof ParenthesizedContext parenthesized
        && parenthesized.expression() instanceof NameExpressionContext name
        && name.DOUBLE_COLON() != null) {
      report(expression, "a type where a value is expected");
    }
  }

  /** {@code __refvalue(reference, int)} takes a type. */
  private static boolean isTypeTaking(ParserRuleContext argument) {
    return argument.getParent() != null
        && argument.getParent().getParent() instanceof InvocationContext call
        && onlyWord(call.expression()).equals("__refvalue");
  }

  /** Lambdas are no operands, throw expressions only of {@code ??}. */
  private void operand(ExpressionContext operator, boolean mayThrow) {
    ParseTree last = operator.getChild(operator.getChildCount() - 1);
    if (last instanceof LambdaContext lambda && !isAnonymousMethod(lambda)) {
      report(lambda, "a lambda as an operand");
    } else if (last instanceof ThrowExpressionContext thrown && !mayThrow) {
      report(thrown, "a throw expression as an operand");
    }
  }

  private void tuple(TupleContext tuple) {
    for (TupleArgumentContext argument : tuple.tupleArgument()) {
      if (argument.expression() instanceof PredefinedExpressionContext type) {
        report(type, "a type where a value is expected");
      }
    }
  }

  private static boolean isAnonymousMethod(LambdaContext lambda) {
    return lambda.anonymousFunction() != null && lambda.anonymousFunction().DELEGATE() != null;
  }

  /** {@code (name) with} casts the name {@code with}; {@code name with} declares it. */
  private void withOperand(WithExpressionContext with) {
    ExpressionContext operand = with.expression();
    boolean isCast =
        operand instanceof ParenthesizedContext parenthesized && isTypeShaped(parenthesized);
    boolean isDeclaration =
        operand instanceof NameExpressionContext
            && with.getParent() instanceof ExpressionStatementContext;
    if (isCast || isDeclaration || operand instanceof IsExpressionContext) {
      report(with, "'with' behind what is no value");
    }
  }

  private static boolean isTypeShaped(ParenthesizedContext parenthesized) {
    ParseTree inner = parenthesized.expression();
    while (inner instanceof MemberAccessContext access && access.COND_ACCESS() == null) {
      inner = access.expression();
    }
    return inner instanceof NameExpressionContext || inner instanceof TupleContext;
  }

  private void arm(ArmContext arm) {
    List<ExpressionContext> expressions = arm.expression();
    ExpressionContext value = expressions.get(expressions.size() - 1);
    if (value instanceof RefExpressionContext) {
      report(value, "'ref' in a switch expression");
    }
    if (expressions.size() > 1) {
      ExpressionContext guard = expressions.get(0);
      if (guard instanceof ConditionalContext || guard instanceof AssignmentContext) {
        report(guard, "a condition of a switch arm that needs parentheses");
      }
    }
  }

  private void pattern(SimplePatternContext pattern) {
    TypeContext type = pattern.type();
    if (type != null && type.getStart().getText().equals("not")) {
      report(pattern, "'not' without a pattern");
    }
    if (pattern.operand() instanceof NameOperandContext name && onlyWord(name).equals("not")) {
      report(pattern, "'not' without a pattern");
    }
    if (type == null) {
      return;
    }
    if (isPointer(type) || type.refType() != null && type.refType().REF() != null) {
      report(type, "a type that no pattern can have");
    }
    if (pattern.positional() != null && isVar(type)) {
      if (pattern.identifier() != null) {
        report(pattern.identifier(), "a name behind a deconstruction");
      }
      designations(pattern.positional());
    }
  }

  private static boolean isPointer(TypeContext type) {
    for (TypeSuffixContext suffix : type.typeSuffix()) {
      if (suffix.PTR() != null) {
        return true;
      }
    }
    return false;
  }

  /** Behind {@code var} stand names only. */
  private void designations(PositionalContext positional) {
    for (SubpatternContext part : positional.subpattern()) {
      OtherPatternContext plain = part.getRuleContext(OtherPatternContext.class, 0);
      SimplePatternContext simple = plain == null ? null : plain.simplePattern();
      if (simple != null && simple.type() != null && simple.identifier() != null) {
        report(part, "a name is expected");
      }
    }
  }

  private static boolean isVar(TypeContext type) {
    return onlyWord(type).equals("var");
  }

  /** The one token that stands there, or nothing: to join all that stands may take long. */
  private static String onlyWord(ParserRuleContext context) {
    return context.getStart() == context.getStop() ? context.getStart().getText() : "";
  }

  private void typeArguments(TypeArgumentsContext arguments) {
    boolean isPointer = arguments.getParent() instanceof TypeContext;
    int omitted = 0;
    for (TypeArgumentContext argument : arguments.typeArgument()) {
      omitted += argument.getChildCount() == 0 ? 1 : 0;
      boolean isPlain =
          argument.type() == argument.getChild(0)
              && (argument.type() == null || argument.type().refType() == null);
      if (!isPointer && !isPlain) {
        report(argument, "a modifier of a type argument");
      }
    }
    boolean isMixed = omitted > 0 && omitted < arguments.typeArgument().size();
    if (isMixed || omitted > 0 && isPointer) {
      report(arguments, "a type argument is missing");
    }
  }

  // --- Statements

  private void statement(StatementContext statement) {
    if (statement instanceof ForeachStatementContext loop) {
      ExpressionContext variable = loop.DECLARATION_MARK() == null ? loop.expression(0) : null;
      if (variable != null
          && !(variable instanceof TupleContext)
          && !(variable instanceof InvocationContext)) {
        report(variable, "a type and a name are expected in 'foreach'");
      }
    } else if (statement instanceof SwitchStatementContext choice) {
      if (!(choice.expression() instanceof ParenthesizedContext)
          && !(choice.expression() instanceof TupleContext)) {
        report(choice.expression(), "'switch' needs parentheses");
      }
    } else if (statement instanceof TryStatementContext attempt) {
      if (attempt.catchClause().isEmpty() && attempt.FINALLY() == null) {
        report(attempt, "'catch' or 'finally' expected");
      }
    } else if (statement instanceof ExpressionStatementContext plain) {
      if (plain.expression() instanceof RefExpressionContext) {
        report(plain, "'ref' without a declaration");
      }
    } else if (statement instanceof LocalFunctionContext function && isScoped(function.type())) {
      report(function.type(), "'scoped' before a function");
    }
  }

  private static boolean isScoped(@Nullable TypeContext type) {
    return type != null && type.refType() != null && type.refType().SCOPED() != null;
  }

  // --- Declarations

  private void accessor(AccessorContext accessor) {
    IdentifierContext name = accessor.identifier();
    if (name != null && !ACCESSORS.contains(name.getText())) {
      report(name, "unexpected '" + name.getText() + "', an accessor is expected");
    }
  }

  private void typeBody(TypeBodyContext body) {
    for (MemberDeclarationContext member : body.memberDeclaration()) {
      if (member.memberRest() instanceof FieldContext field
          && MODIFIERS_ONLY.contains(onlyWord(field.type()))) {
        report(field.type(), "a modifier without a type");
      }
      if (isNamespace(member)) {
        report(member, "a namespace in a type");
      }
    }
  }

  private static boolean isNamespace(MemberDeclarationContext member) {
    return member.memberRest() instanceof NamespaceMemberContext;
  }

  /** Usings first, then statements, then types. */
  private void elements(ElementsContext elements) {
    boolean isFile = elements.getParent() instanceof CompilationUnitContext;
    boolean sawMember = false;
    boolean sawStatement = false;
    for (ElementContext element : elements.element()) {
      if (element.statement() != null) {
        topStatement(element, isFile, sawMember);
        sawStatement = true;
      } else if (element.memberDeclaration() != null) {
        sawMember = true;
        topMember(element.memberDeclaration(), isFile);
      } else if (sawMember || sawStatement) {
        report(element, "must stand before all types and statements");
      }
    }
  }

  private void topStatement(ElementContext element, boolean isFile, boolean sawMember) {
    StatementContext statement = element.statement();
    boolean isDeclaration =
        statement instanceof LocalDeclarationContext || statement instanceof LocalFunctionContext;
    if (!isFile && !isDeclaration) {
      report(element, "a statement in a namespace");
    } else if (sawMember && !isDeclaration) {
      report(element, "a statement behind a type");
    } else if (isRecord(element)) {
      report(element, "a record without a name");
    }
  }

  private static boolean isRecord(ElementContext element) {
    CSharpToken first = (CSharpToken) element.statement().getStart();
    return first.is("record")
        || first.place < 0
            && element.statement().getChild(1) instanceof ParserRuleContext declared
            && declared.getStart().getText().equals("record");
  }

  private void topMember(MemberDeclarationContext member, boolean isFile) {
    if (isFile && member.memberRest() instanceof MethodContext && !member.modifier().isEmpty()) {
      report(member, "a modifier of a function that is in no type");
    }
  }
}
