package dev.migrator.rule.function;

import dev.migrator.syntax.csharp.DelegateDeclaration;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;

/** The names that a member takes in its type. */
final class MemberNames {
  private MemberNames() {}

  static List<String> of(MemberDeclaration member) {
    if (member instanceof MethodDeclaration method) {
      return List.of(method.identifier().identifier());
    }
    if (member instanceof PropertyDeclaration property) {
      return List.of(property.identifier().identifier());
    }
    if (member instanceof TypeDeclaration type) {
      return List.of(type.identifier().identifier());
    }
    if (member instanceof DelegateDeclaration type) {
      return List.of(type.identifier().identifier());
    }
    return member instanceof FieldDeclaration field
        ? field.variables().stream().map(v -> v.identifier().identifier()).toList()
        : List.of();
  }
}
