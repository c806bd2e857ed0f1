package dev.migrator.syntax.csharp;

/** A statement; forms that rules look into have a type of their own. */
public interface Statement extends SyntaxNode {}
