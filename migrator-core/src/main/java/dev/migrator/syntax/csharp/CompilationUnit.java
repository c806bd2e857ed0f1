package dev.migrator.syntax.csharp;

import java.util.List;

/** The whole file. */
public interface CompilationUnit extends SyntaxNode {
  /** Directives at the top of the file, global ones included. */
  List<UsingDirective> usings();

  /** {@code [assembly: …]} and {@code [module: …]}. */
  List<AttributeList> attributeLists();

  /** Namespaces and types outside of namespaces. */
  List<MemberDeclaration> members();

  /** Statements of a file with top-level statements. */
  List<Statement> statements();
}
