package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** A function inside a body. */
public interface LocalFunction extends Statement {
  List<Token> modifiers();

  TypeSyntax returnType();

  Token identifier();

  ParameterList parameterList();

  Optional<Body> body();
}
