package dev.migrator.syntax.json;

import dev.migrator.source.Span;

/**
 * A name and its value in an object.
 *
 * @param name escapes resolved
 * @param nameSpan with the quotes
 * @param span from the name to the end of the value, without comma
 */
public record JsonMember(String name, Span nameSpan, JsonValue value, Span span) {}
