package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** One attribute of a list. */
public interface Attribute extends SyntaxNode {
  TypeSyntax name();

  /** Its list: for the target and the brackets. */
  AttributeList list();

  /** Positional and named ones in source order. */
  List<AttributeArgument> arguments();

  /** Whether parentheses are written, also empty ones. */
  boolean hasArgumentList();

  /** The value of {@code Name = value}. */
  default Optional<Expression> named(String name) {
    return arguments().stream()
        .filter(a -> a.propertyName().map(t -> t.identifier().equals(name)).orElse(false))
        .map(AttributeArgument::expression)
        .findFirst();
  }

  /** Arguments of the constructor: without {@code Name =}. */
  default List<AttributeArgument> constructorArguments() {
    return arguments().stream().filter(a -> a.propertyName().isEmpty()).toList();
  }
}
