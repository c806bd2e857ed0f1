package dev.migrator.syntax.csharp;

import java.util.Optional;

/** A constructor, static ones included. */
public interface ConstructorDeclaration extends BaseMethodDeclaration {
  Token identifier();

  /** {@code : base(…)} or {@code : this(…)}. */
  Optional<ArgumentList> initializerArguments();
}
