package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.Optional;

/**
 * A place where a type is named.
 *
 * @param kind its role
 * @param span the whole name with qualifiers and type arguments
 * @param text as written
 * @param resolution what it means
 * @param node the name's syntax; empty in documentation comments
 */
public record NameReference(
    ReferenceKind kind, Span span, String text, Resolution resolution, Optional<SyntaxNode> node) {}
