package dev.migrator.syntax.csharp;

import java.util.List;

/** Arguments with their parentheses or brackets. */
public interface ArgumentList extends SyntaxNode {
  List<Argument> arguments();
}
