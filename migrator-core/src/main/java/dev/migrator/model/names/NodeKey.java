package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;

/** A node as a key of maps: views of one node need not be one object. */
record NodeKey(CSharpFile file, Span span, SyntaxKind kind) {
  static NodeKey of(SyntaxNode node) {
    return new NodeKey(node.file(), node.span(), node.kind());
  }
}
