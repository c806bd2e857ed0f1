package dev.migrator.syntax.csharp;

import java.util.Optional;

/** A method, constructor, destructor or operator. */
public interface BaseMethodDeclaration extends MemberDeclaration {
  ParameterList parameterList();

  /** Absent for abstract, extern and partial ones. */
  Optional<Body> body();
}
