package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code T} of {@code class C<T>}. */
public interface TypeParameter extends SyntaxNode {
  List<AttributeList> attributeLists();

  Token identifier();
}
