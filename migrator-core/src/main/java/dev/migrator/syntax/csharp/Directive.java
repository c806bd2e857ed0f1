package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;

/**
 * A preprocessor line.
 *
 * @param keyword {@code if}, {@code elif}, {@code else}, {@code endif}, {@code region}, {@code
 *     pragma} …
 * @param rest what follows the keyword, trimmed
 * @param span from {@code #} to the end of the line, line end not included
 * @param isActive false where the line stands in a branch that is not taken
 */
public record Directive(String keyword, String rest, Span span, boolean isActive) {}
