package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code var x = 1;}, also {@code const} and {@code using var}. */
public interface LocalDeclaration extends Statement {
  /** {@code const}, {@code using}, {@code await}. */
  List<Token> modifiers();

  TypeSyntax type();

  List<VariableDeclarator> variables();
}
