package dev.migrator.syntax.csharp;

/** An expression; forms that rules look into have a type of their own. */
public interface Expression extends SyntaxNode {}
