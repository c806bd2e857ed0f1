package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code namespace A.B { … }} or {@code namespace A.B;}. */
public interface NamespaceDeclaration extends MemberDeclaration {
  /** As written without blanks: {@code A.B}. */
  String name();

  boolean isFileScoped();

  List<UsingDirective> usings();

  List<MemberDeclaration> members();
}
