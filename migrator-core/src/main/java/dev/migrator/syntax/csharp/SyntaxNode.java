package dev.migrator.syntax.csharp;

import dev.migrator.source.Location;
import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A piece of C# syntax: immutable, with its place in the text. Children are made when first asked
 * for, so a body that nobody looks into is never parsed.
 */
public interface SyntaxNode {
  SyntaxKind kind();

  /** From the first to the last token, blanks and comments around it not included. */
  Span span();

  /** The node that holds this one; empty for the compilation unit only. */
  Optional<SyntaxNode> parent();

  /** In source order. */
  List<? extends SyntaxNode> children();

  CSharpFile file();

  /** Where the first token stands. */
  default Location location() {
    return file().source().location(span().start());
  }

  /** The text of the span. */
  default String text() {
    return span().of(file().source().text());
  }

  /** All nodes of a type below this one, in source order; bodies are parsed on the way. */
  default <T extends SyntaxNode> Stream<T> descendants(Class<T> type) {
    return StreamSupport.stream(new Descendants<>(this, type), false);
  }

  /** The nearest node of a type that holds this one. */
  default <T extends SyntaxNode> Optional<T> ancestor(Class<T> type) {
    Optional<SyntaxNode> node = parent();
    while (node.isPresent()) {
      if (type.isInstance(node.get())) {
        return node.map(type::cast);
      }
      node = node.get().parent();
    }
    return Optional.empty();
  }
}
