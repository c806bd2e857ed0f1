package dev.migrator.syntax.csharp;

import java.util.Optional;

/** A value of an enum. */
public interface EnumMember extends MemberDeclaration {
  Token identifier();

  Optional<Expression> value();
}
