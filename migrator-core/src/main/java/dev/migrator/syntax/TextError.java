package dev.migrator.syntax;

import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;

/**
 * Text that breaks the rules of its language.
 *
 * @param span where it was noticed
 * @param line from 1
 * @param message in plain words
 */
public record TextError(Span span, int line, String message) {
  public static TextError at(SourceFile source, Span span, String message) {
    return new TextError(span, source.position(span.start()).line(), message);
  }
}
