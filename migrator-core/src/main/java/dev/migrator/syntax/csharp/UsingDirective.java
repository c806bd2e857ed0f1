package dev.migrator.syntax.csharp;

import java.util.Optional;

/** {@code using System.Text;}, also static, global, and aliases. */
public interface UsingDirective extends SyntaxNode {
  boolean isGlobal();

  boolean isStatic();

  /** The name before {@code =}. */
  Optional<Token> alias();

  /** Whether it shows the types of a namespace: neither static nor an alias. */
  default boolean opensNamespace() {
    return alias().isEmpty() && !isStatic();
  }

  /** The namespace or type; with an alias any type. */
  TypeSyntax name();
}
