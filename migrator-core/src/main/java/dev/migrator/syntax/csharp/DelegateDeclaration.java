package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code delegate int F(string s);}. */
public interface DelegateDeclaration extends MemberDeclaration {
  TypeSyntax returnType();

  Token identifier();

  List<TypeParameter> typeParameters();

  ParameterList parameterList();
}
