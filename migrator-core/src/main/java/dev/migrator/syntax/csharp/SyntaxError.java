package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;

/**
 * Text that is no valid C#.
 *
 * @param span the token at which it was noticed
 * @param message in words a C# developer understands
 */
public record SyntaxError(Span span, String message) {}
