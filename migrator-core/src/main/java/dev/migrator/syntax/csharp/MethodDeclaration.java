package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/** A method of a type. */
public interface MethodDeclaration extends BaseMethodDeclaration {
  TypeSyntax returnType();

  /** {@code I} of {@code void I.M()}. */
  Optional<TypeSyntax> explicitInterface();

  Token identifier();

  List<TypeParameter> typeParameters();
}
