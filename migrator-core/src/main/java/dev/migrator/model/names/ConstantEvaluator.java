package dev.migrator.model.names;

import dev.migrator.syntax.csharp.BinaryExpression;
import dev.migrator.syntax.csharp.CastExpression;
import dev.migrator.syntax.csharp.EnumMember;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.LocalDeclaration;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ParenthesizedExpression;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import dev.migrator.syntax.csharp.TypeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes constants as they stand in attribute arguments: literals, {@code +}, {@code nameof},
 * constants of the project and of referenced projects, enum members, interpolated strings.
 */
public final class ConstantEvaluator {
  private final Expressions expressions;
  private final Set<NodeKey> inProgress = new HashSet<>();

  private ConstantEvaluator(Expressions expressions) {
    this.expressions = expressions;
  }

  public static ConstantEvaluator of(NameResolver resolver) {
    return new ConstantEvaluator(resolver.expressions());
  }

  /** The value of an expression where it stands. */
  public Constant evaluate(Expression expression) {
    if (!inProgress.add(NodeKey.of(expression))) {
      return new Constant.Unknown("a constant is defined by itself");
    }
    try {
      return compute(expression);
    } finally {
      inProgress.remove(NodeKey.of(expression));
    }
  }

  private Constant compute(Expression expression) {
    if (expression instanceof LiteralExpression literal) {
      return literal(literal);
    }
    if (expression instanceof ParenthesizedExpression parenthesized) {
      return evaluate(parenthesized.expression());
    }
    if (expression instanceof BinaryExpression binary) {
      return binary(binary);
    }
    if (expression instanceof Invocation call) {
      return nameOf(call);
    }
    if (expression instanceof NameExpression || expression instanceof MemberAccess) {
      return named(expression);
    }
    if (expression instanceof CastExpression cast) {
      return cast(cast);
    }
    if (expression.kind() == SyntaxKind.INTERPOLATED_STRING_EXPRESSION) {
      return interpolated(expression);
    }
    return expression.kind() == SyntaxKind.OTHER_EXPRESSION
        ? prefixed(expression)
        : unknown(expression);
  }

  /** {@code -1} and {@code !true}. */
  private Constant prefixed(Expression expression) {
    if (expression.children().size() == 1
        && expression.children().get(0) instanceof Expression operand
        && operand.span().end() == expression.span().end()) {
      String operator = expression.text();
      if (operator.startsWith("-") && evaluate(operand) instanceof Constant.Whole number) {
        return new Constant.Whole(-number.value());
      }
      if (operator.startsWith("!") && evaluate(operand) instanceof Constant.Flag flag) {
        return new Constant.Flag(!flag.value());
      }
    }
    return unknown(expression);
  }

  private static Constant unknown(SyntaxNode expression) {
    return new Constant.Unknown("`" + expression.text() + "` cannot be computed");
  }

  private static Constant literal(LiteralExpression literal) {
    if (literal.stringValue().isPresent()) {
      return new Constant.Text(literal.stringValue().get());
    }
    String text = literal.token().text();
    return switch (text) {
      case "true" -> new Constant.Flag(true);
      case "false" -> new Constant.Flag(false);
      case "null" -> new Constant.Null();
      default -> literal.token().kind() == TokenKind.NUMBER ? number(literal) : unknown(literal);
    };
  }

  private static Constant number(LiteralExpression literal) {
    String digits = literal.token().text().replace("_", "").replaceFirst("(?i)[ul]{1,2}$", "");
    boolean isHex = digits.regionMatches(true, 0, "0x", 0, 2);
    boolean isBinary = digits.regionMatches(true, 0, "0b", 0, 2);
    try {
      return new Constant.Whole(
          isHex
              ? Long.parseLong(digits.substring(2), 16)
              : isBinary ? Long.parseLong(digits.substring(2), 2) : Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return unknown(literal);
    }
  }

  /** A long chain of {@code a + b + c} is computed without recursion. */
  private Constant binary(BinaryExpression outermost) {
    List<BinaryExpression> chain = new ArrayList<>();
    Expression left = outermost;
    while (left instanceof BinaryExpression binary) {
      chain.add(0, binary);
      left = binary.left();
    }
    Constant value = evaluate(left);
    for (BinaryExpression next : chain) {
      value = join(value, next, evaluate(next.right()));
    }
    return value;
  }

  private static Constant join(Constant left, BinaryExpression operation, Constant right) {
    if (left instanceof Constant.Unknown) {
      return left;
    }
    if (right instanceof Constant.Unknown) {
      return right;
    }
    String operator = operation.operator().text();
    if (operator.equals("+") && isTextual(left) && isTextual(right)) {
      return new Constant.Text(left.text().orElse("") + right.text().orElse(""));
    }
    if (left instanceof Constant.Whole a && right instanceof Constant.Whole b) {
      return switch (operator) {
        case "+" -> new Constant.Whole(a.value() + b.value());
        case "-" -> new Constant.Whole(a.value() - b.value());
        case "*" -> new Constant.Whole(a.value() * b.value());
        default -> unknown(operation);
      };
    }
    return unknown(operation);
  }

  private static boolean isTextual(Constant constant) {
    return constant instanceof Constant.Text || constant instanceof Constant.Null;
  }

  private static Constant nameOf(Invocation call) {
    boolean isNameOf =
        call.target() instanceof NameExpression name
            && name.identifier().is("nameof")
            && call.argumentList().arguments().size() == 1;
    if (!isNameOf) {
      return unknown(call);
    }
    Expression named = call.argumentList().arguments().get(0).expression();
    if (named instanceof NameExpression name) {
      return new Constant.Text(name.identifier().identifier());
    }
    if (named instanceof MemberAccess access) {
      return new Constant.Text(access.name().identifier());
    }
    return named instanceof TypeExpression type && type.type().isName()
        ? new Constant.Text(type.type().simpleName())
        : unknown(call);
  }

  private Constant named(Expression expression) {
    if (expression instanceof MemberAccess access && access.target().isPresent()) {
      Meaning left = expressions.of(access.target().get());
      if (left instanceof Meaning.OfType type
          && type.resolution().symbol().shape() == TypeShape.ENUM) {
        return member(type.resolution().symbol(), access.name().identifier(), expression);
      }
    }
    Meaning meaning = expressions.of(expression);
    if (meaning instanceof Meaning.Value value && value.symbol().isPresent()) {
      return value(value.symbol().get(), expression);
    }
    return new Constant.Unknown("`" + expression.text() + "` is not declared in this source");
  }

  private Constant member(TypeSymbol type, String name, Expression expression) {
    boolean isMissing = type.isDeclared() && expressions.values().member(type, name).isEmpty();
    return isMissing ? unknown(expression) : new Constant.Member(type, name);
  }

  private Constant value(ValueSymbol symbol, Expression use) {
    if (symbol.declaration().isEmpty() || symbol.initializer().isEmpty()) {
      return symbol.declaration().orElse(null) instanceof EnumMember member
          ? enumMember(member, use)
          : new Constant.Unknown("`" + use.text() + "` is no constant");
    }
    SyntaxNode declaration = symbol.declaration().get();
    if (declaration instanceof EnumMember member) {
      return enumMember(member, use);
    }
    return isConstant(declaration)
        ? evaluate(symbol.initializer().get())
        : new Constant.Unknown("`" + use.text() + "` is no constant");
  }

  private Constant enumMember(EnumMember member, Expression use) {
    Optional<Constant> found =
        member
            .containingType()
            .flatMap(type -> expressions.universe().declaredBy(type))
            .map(type -> new Constant.Member(type.symbol(), member.identifier().identifier()));
    return found.orElseGet(() -> unknown(use));
  }

  private static boolean isConstant(SyntaxNode declarator) {
    SyntaxNode parent = declarator.parent().orElse(declarator);
    if (parent instanceof FieldDeclaration field) {
      return field.hasModifier("const");
    }
    return parent instanceof LocalDeclaration local
        && local.modifiers().stream().anyMatch(token -> token.is("const"));
  }

  private Constant cast(CastExpression cast) {
    Constant value = evaluate(cast.expression());
    boolean keeps =
        switch (cast.type().text()) {
          case "string" -> isTextual(value);
          case "int", "long" -> value instanceof Constant.Whole;
          default -> value instanceof Constant.Unknown;
        };
    return keeps ? value : unknown(cast);
  }

  /** {@code $"a{B}c"} where all holes are constant strings. */
  private Constant interpolated(Expression expression) {
    List<? extends SyntaxNode> holes = expression.children();
    List<Object> pieces = new ArrayList<>(holes);
    pieces.addAll(LocalNames.ownTokens(expression));
    pieces.sort(Comparator.comparing(ConstantEvaluator::start));
    StringBuilder text = new StringBuilder();
    for (Object piece : pieces) {
      Optional<String> part = piece(piece, expression);
      if (part.isEmpty()) {
        return unknown(expression);
      }
      text.append(part.get());
    }
    return new Constant.Text(text.toString());
  }

  private static int start(Object piece) {
    return piece instanceof Token token
        ? token.span().start()
        : ((SyntaxNode) piece).span().start();
  }

  private Optional<String> piece(Object piece, Expression whole) {
    if (piece instanceof Expression hole) {
      return evaluate(hole).text();
    }
    if (!(piece instanceof Token token)) {
      return Optional.empty();
    }
    String text = token.text();
    boolean isFrame = text.equals("{") || text.equals("}") || text.matches("[$@]*\"");
    if (isFrame) {
      return Optional.of("");
    }
    boolean isPlain =
        whole.text().startsWith("$\"")
            && !whole.text().startsWith("$\"\"\"")
            && text.indexOf('\\') < 0
            && token.kind() == TokenKind.INTERPOLATED_STRING_PART
            && !text.startsWith(":")
            && !text.startsWith(",");
    return isPlain ? Optional.of(text.replace("{{", "{").replace("}}", "}")) : Optional.empty();
  }
}
