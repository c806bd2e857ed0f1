package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxNode;

/** A place of syntax as a key of maps: views of one place need not be one object. */
record NodeKey(CSharpFile file, Span span) {
  static NodeKey of(SyntaxNode node) {
    return new NodeKey(node.file(), node.span());
  }
}
