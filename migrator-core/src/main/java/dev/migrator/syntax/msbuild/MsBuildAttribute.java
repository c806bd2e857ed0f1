package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;

/**
 * One attribute, {@code Version="4.2.0"}.
 *
 * @param name as written
 * @param value with entity and character references resolved
 * @param span from the name to the closing quote
 * @param valueSpan between the quotes
 * @param quote the quote character around the value
 */
public record MsBuildAttribute(String name, String value, Span span, Span valueSpan, char quote) {}
