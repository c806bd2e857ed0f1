package dev.migrator.model;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.model.contract.BindingCatalog.ConstructorArgument;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.contract.BindingCatalog.Shape;
import dev.migrator.model.names.Constant;
import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeShape;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.CastExpression;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.ParenthesizedExpression;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads attributes: their type and the values of their arguments. */
final class AttributeReader {
  private final NameResolver names;
  private final ConstantEvaluator constants;
  private final TypeNames types;
  private final BindingCatalog catalog = BindingCatalog.standard();

  AttributeReader(NameResolver names, ConstantEvaluator constants) {
    this.names = names;
    this.constants = constants;
    this.types = new TypeNames(names);
  }

  /** Empty when the type cannot be told. */
  Optional<AttributeUse> read(Attribute attribute) {
    return names.resolveAttribute(attribute).type().map(type -> read(attribute, type));
  }

  List<AttributeUse> readAll(Stream<Attribute> attributes) {
    return attributes.flatMap(attribute -> read(attribute).stream()).toList();
  }

  private AttributeUse read(Attribute attribute, TypeSymbol type) {
    List<ConstructorArgument> arguments = new ArrayList<>();
    List<RawValue> named = new ArrayList<>();
    for (AttributeArgument argument : attribute.arguments()) {
      Value value = value(argument.expression());
      argument
          .propertyName()
          .ifPresentOrElse(
              name -> named.add(new RawValue(name.identifier(), value.value())),
              () ->
                  arguments.add(
                      new ConstructorArgument(
                          argument.parameterName().map(Token::identifier),
                          value.value(),
                          value.shape())));
    }
    return new AttributeUse(attribute, type, arguments, named);
  }

  private record Value(@Nullable Object value, Shape shape) {
    static Value scalar(Object value) {
      return new Value(value, Shape.SCALAR);
    }
  }

  private Value value(Expression expression) {
    if (expression instanceof ParenthesizedExpression inner) {
      return value(inner.expression());
    }
    return elements(expression)
        .map(AttributeReader::array)
        .or(() -> typeOf(expression))
        .or(() -> castToEnum(expression))
        .or(() -> constant(expression))
        .or(() -> enumMember(expression))
        .orElseGet(() -> new Value(UnresolvedValue.of(expression), Shape.UNKNOWN));
  }

  private Optional<Value> typeOf(Expression expression) {
    return expression.text().startsWith("typeof")
        ? expression
            .descendants(TypeExpression.class)
            .findFirst()
            .map(
                type ->
                    Value.scalar(
                        types
                            .full(type.type())
                            .<Object>map(name -> name)
                            .orElseGet(() -> UnresolvedValue.of(expression))))
        : Optional.empty();
  }

  /** {@code new[] { a, b }}, {@code new string[] { a }} and {@code [a, b]}. */
  private Optional<List<Value>> elements(Expression expression) {
    if (expression.kind() != SyntaxKind.OTHER_EXPRESSION) {
      return Optional.empty();
    }
    boolean isCollection = expression.text().startsWith("[");
    Optional<? extends SyntaxNode> holder =
        isCollection
            ? Optional.of(expression)
            : expression.children().stream()
                .filter(child -> child.kind() == SyntaxKind.INITIALIZER)
                .findFirst();
    return holder
        .filter(node -> isCollection || expression.text().startsWith("new"))
        .map(
            node ->
                node.children().stream()
                    .filter(Expression.class::isInstance)
                    .map(element -> value((Expression) element))
                    .toList());
  }

  private static Value array(List<Value> elements) {
    return new Value(BindingCatalog.array(elements.stream().map(Value::value)), Shape.ARRAY);
  }

  /** {@code AuthorizationLevel.Function} to {@code function}, whatever enum it is. */
  private Optional<Value> enumMember(Expression expression) {
    return expression instanceof MemberAccess access
            && access.target().filter(this::isEnum).isPresent()
        ? Optional.of(Value.scalar(BindingCatalog.lowerFirst(access.name().identifier())))
        : Optional.empty();
  }

  private boolean isEnum(Expression type) {
    Optional<TypeSymbol> symbol = names.resolve(type).type();
    return symbol.isPresent()
        ? symbol.get().shape() == TypeShape.ENUM
        : type.text().matches("[A-Za-z0-9_.: ]+")
            && catalog.isEnum(type.text().replaceAll(".*[.:]", ""));
  }

  /** {@code (AuthorizationLevel)2} is {@code function}. */
  private Optional<Value> castToEnum(Expression expression) {
    return expression instanceof CastExpression cast
            && value(cast.expression()).value() instanceof Long number
        ? catalog.enumMember(cast.type().simpleName(), number).map(Value::scalar)
        : Optional.empty();
  }

  private Optional<Value> constant(Expression expression) {
    Constant constant = constants.evaluate(expression);
    if (constant instanceof Constant.Text text) {
      return Optional.of(new Value(text.value(), Shape.TEXT));
    }
    if (constant instanceof Constant.Whole number) {
      return Optional.of(Value.scalar(number.value()));
    }
    if (constant instanceof Constant.Flag flag) {
      return Optional.of(Value.scalar(flag.value()));
    }
    if (constant instanceof Constant.Member member) {
      return Optional.of(Value.scalar(BindingCatalog.lowerFirst(member.name())));
    }
    return constant instanceof Constant.Null
        ? Optional.of(new Value(null, Shape.NULL))
        : Optional.empty();
  }
}
