package dev.migrator.syntax.csharp;

import java.util.List;

/** {@code { … }} as a statement or as the body of a lambda. */
public interface Block extends Statement {
  List<Statement> statements();
}
