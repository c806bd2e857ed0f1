package dev.migrator.rule.function;

import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;

/**
 * How a type name is written: {@code global::N.Outer<T>} has the qualifier {@code global::N.} and
 * the identifier {@code Outer}.
 *
 * @param qualifiedSpan from the qualifier to the identifier, without {@code global::} and type
 *     arguments
 * @param identifierSpan of the last name, without type arguments
 * @param identifier the last name as written
 * @param isQualified whether a qualifier is written
 * @param isAttribute whether the suffix {@code Attribute} may be left out
 */
record ReferenceText(
    Span qualifiedSpan,
    Span identifierSpan,
    String identifier,
    boolean isQualified,
    boolean isAttribute) {
  private static final String SUFFIX = "Attribute";

  static ReferenceText of(NameReference reference, CSharpFile file) {
    Span span = reference.span();
    String text = file.source().text().substring(span.start(), span.end());
    int generic = text.indexOf('<') >= 0 ? text.indexOf('<') : text.indexOf('{');
    int end = generic >= 0 ? generic : text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = Math.max(text.lastIndexOf('.', end - 1), text.lastIndexOf(':', end - 1)) + 1;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int alias = text.lastIndexOf("::", end);
    int qualifier = alias < 0 ? 0 : alias + 2;
    return new ReferenceText(
        new Span(span.start() + qualifier, span.start() + end),
        new Span(span.start() + start, span.start() + end),
        text.substring(start, end),
        start > 0,
        reference.kind() == ReferenceKind.ATTRIBUTE);
  }

  /** The new name with or without {@code Attribute}, as the old one was written. */
  String spelled(String newName) {
    boolean isShort = isAttribute && newName.endsWith(SUFFIX) && !identifier.endsWith(SUFFIX);
    return isShort ? newName.substring(0, newName.length() - SUFFIX.length()) : newName;
  }
}
