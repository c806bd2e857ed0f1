package dev.migrator.syntax.csharp;

import java.util.List;

/** Parameters with their parentheses (brackets for an indexer). */
public interface ParameterList extends SyntaxNode {
  List<Parameter> parameters();
}
