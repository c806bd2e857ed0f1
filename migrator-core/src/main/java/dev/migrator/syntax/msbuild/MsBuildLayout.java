package dev.migrator.syntax.msbuild;

import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.Optional;

/** Which lines belong to what, and how new text is to look beside the text that is there. */
final class MsBuildLayout {
  private final MsBuildFile file;
  private final SourceFile source;

  MsBuildLayout(MsBuildFile file) {
    this.file = file;
    this.source = file.source();
  }

  /** Whether nothing but blanks and comments stands beside the span on its lines. */
  boolean ownsItsLines(Span span) {
    return source.text().substring(source.lineStart(span.start()), span.start()).isBlank()
        && restIsComment(span.end());
  }

  private boolean restIsComment(int offset) {
    int lineEnd = source.nextLineStart(offset);
    int at = offset;
    while (at < lineEnd) {
      Optional<Span> comment = commentAt(at);
      if (comment.isPresent()) {
        at = comment.get().end();
        lineEnd = source.nextLineStart(Math.max(offset, at - 1));
      } else if (Character.isWhitespace(source.text().charAt(at))) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private Optional<Span> commentAt(int offset) {
    return file.comments().stream().filter(c -> c.start() == offset).findFirst();
  }

  /** Where the line ends that the offset stands on, a comment that starts there included. */
  int lineEnd(int offset) {
    int end = source.nextLineStart(offset);
    for (Span comment : file.comments()) {
      if (comment.start() >= offset && comment.start() < end && comment.end() > end) {
        end = source.nextLineStart(comment.end());
      }
    }
    return end;
  }

  /** From the start of the first line to the start of the line behind. */
  Span lines(Span span) {
    return new Span(source.lineStart(span.start()), lineEnd(span.end()));
  }

  boolean isBlankLine(int lineStart) {
    return source.text().substring(lineStart, source.nextLineStart(lineStart)).isBlank();
  }

  /** Whether the line in front of this line start is blank. */
  boolean isBlankBefore(int lineStart) {
    return lineStart > 0 && isBlankLine(source.lineStart(lineStart - 1));
  }

  String indentation(MsBuildElement element) {
    return source.indentation(element.span().start());
  }

  /** What one level of nesting adds; two blanks where the file does not show it. */
  String indentUnit() {
    return file.root().stream()
        .flatMap(MsBuildElement::selfAndDescendants)
        .filter(e -> e.parent().isPresent() && ownsItsLines(e.startTagSpan()))
        .map(e -> unitOf(e, e.parent().orElseThrow()))
        .filter(unit -> !unit.isEmpty())
        .findFirst()
        .orElse("  ");
  }

  private String unitOf(MsBuildElement child, MsBuildElement parent) {
    String inner = indentation(child);
    String outer = indentation(parent);
    return inner.startsWith(outer) ? inner.substring(outer.length()) : "";
  }
}
