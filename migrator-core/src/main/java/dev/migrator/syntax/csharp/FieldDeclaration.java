package dev.migrator.syntax.csharp;

import java.util.List;

/** A field or constant, or an event without accessors. */
public interface FieldDeclaration extends MemberDeclaration {
  TypeSyntax type();

  List<VariableDeclarator> variables();
}
