package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.Constant;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute class whose constructors only hand values to the attribute of a binding: {@code
 * public OrdersQueueAttribute() : base("orders") { Connection = "Shop"; }}.
 */
final class DerivedAttribute {
  private final TypeDeclaration type;
  private final String base;
  private final List<ConstructorDeclaration> constructors;
  private final CodeBase code;

  private DerivedAttribute(
      TypeDeclaration type, String base, List<ConstructorDeclaration> constructors, CodeBase code) {
    this.type = type;
    this.base = base;
    this.constructors = constructors;
    this.code = code;
  }

  /** Empty for a class with members of its own. */
  static Optional<DerivedAttribute> of(TypeDeclaration type, String base, CodeBase code) {
    List<ConstructorDeclaration> constructors =
        type.members().stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .toList();
    boolean isPlain =
        type.baseTypes().size() == 1
            && type.typeParameters().isEmpty()
            && type.parameterList().isEmpty()
            && !type.hasModifier("partial")
            && !constructors.isEmpty()
            && type.members().stream().allMatch(DerivedAttribute::isOnlyForValues);
    return isPlain
        ? Optional.of(new DerivedAttribute(type, base, constructors, code))
        : Optional.empty();
  }

  private static boolean isOnlyForValues(MemberDeclaration member) {
    return member instanceof ConstructorDeclaration constructor
        ? !constructor.hasModifier("static")
        : member instanceof FieldDeclaration field && field.hasModifier("const");
  }

  TypeDeclaration type() {
    return type;
  }

  /** The attribute that it derives from. */
  String base() {
    return base;
  }

  /** What stands in parentheses where the base takes the place of a use; empty when unknown. */
  Optional<String> arguments(Attribute use) {
    List<AttributeArgument> given = use.constructorArguments();
    List<ConstructorDeclaration> fitting =
        constructors.stream().filter(constructor -> fits(constructor, given)).toList();
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    ConstructorDeclaration constructor = fitting.get(0);
    Map<String, String> values = values(constructor, given);
    List<String> written = new ArrayList<>();
    for (Argument argument :
        constructor.initializerArguments().map(list -> list.arguments()).orElse(List.of())) {
      Optional<String> value = text(argument.expression(), values);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      written.add(argument.name().map(n -> n.text() + ": ").orElse("") + value.get());
    }
    return properties(constructor, values)
        .map(
            properties -> {
              use.arguments().stream()
                  .filter(argument -> argument.propertyName().isPresent())
                  .forEach(
                      argument ->
                          properties.put(
                              argument.propertyName().orElseThrow().identifier(),
                              argument.expression().text()));
              properties.forEach((name, value) -> written.add(name + " = " + value));
              return written.isEmpty() ? "" : "(" + String.join(", ", written) + ")";
            });
  }

  private static boolean fits(ConstructorDeclaration constructor, List<AttributeArgument> given) {
    List<Parameter> parameters = constructor.parameterList().parameters();
    return given.size() <= parameters.size()
        && given.stream().allMatch(argument -> argument.parameterName().isEmpty())
        && parameters.stream().noneMatch(parameter -> parameter.hasModifier("params"))
        && parameters.stream()
            .skip(given.size())
            .allMatch(parameter -> parameter.defaultValue().isPresent())
        && !isChained(constructor);
  }

  /** {@code : this(…)}. */
  private static boolean isChained(ConstructorDeclaration constructor) {
    String text = constructor.file().source().text();
    int start = constructor.parameterList().span().end();
    return constructor
        .initializerArguments()
        .map(list -> new Span(start, list.span().start()).of(text))
        .filter(between -> !between.replaceAll("\\s", "").equals(":base"))
        .isPresent();
  }

  private Map<String, String> values(
      ConstructorDeclaration constructor, List<AttributeArgument> given) {
    Map<String, String> values = new HashMap<>();
    List<Parameter> parameters = constructor.parameterList().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      Optional<String> value =
          i < given.size()
              ? Optional.of(given.get(i).expression().text())
              : parameter.defaultValue().flatMap(this::constant);
      value.ifPresent(text -> values.put(parameter.identifier().identifier(), text));
    }
    return values;
  }

  /** Properties that the body sets to known values; empty when it does anything else. */
  private Optional<Map<String, String>> properties(
      ConstructorDeclaration constructor, Map<String, String> values) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<Optional<Expression>> done =
        constructor.body().map(DerivedAttribute::expressions).orElse(List.of());
    for (Optional<Expression> expression : done) {
      if (expression.isEmpty()
          || !(expression.get() instanceof AssignmentExpression assignment)
          || !assignment.operator().is("=")) {
        return Optional.empty();
      }
      String name = assignment.left().text().replaceFirst("^(?:this|base)\\.", "");
      Optional<String> value = text(assignment.right(), values);
      if (value.isEmpty() || !name.matches("\\w+")) {
        return Optional.empty();
      }
      properties.put(name, value.get());
    }
    return Optional.of(properties);
  }

  private static List<Optional<Expression>> expressions(Body body) {
    return body.isExpression()
        ? List.of(body.expression())
        : body.statements().stream()
            .map(
                statement ->
                    statement instanceof ExpressionStatement one
                        ? Optional.of(one.expression())
                        : Optional.<Expression>empty())
            .toList();
  }

  private Optional<String> text(Expression expression, Map<String, String> values) {
    return expression instanceof NameExpression name
            && values.containsKey(name.identifier().identifier())
        ? Optional.ofNullable(values.get(name.identifier().identifier()))
        : constant(expression);
  }

  /** As it can be written anywhere. */
  private Optional<String> constant(Expression expression) {
    Constant value = code.constants().evaluate(expression);
    if (value instanceof Constant.Text text && !text.value().matches("(?s).*[\\p{Cntrl}].*")) {
      return Optional.of("\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
    if (value instanceof Constant.Whole number) {
      return Optional.of(Long.toString(number.value()));
    }
    if (value instanceof Constant.Null) {
      return Optional.of("null");
    }
    return value instanceof Constant.Flag flag
        ? Optional.of(Boolean.toString(flag.value()))
        : Optional.empty();
  }
}
