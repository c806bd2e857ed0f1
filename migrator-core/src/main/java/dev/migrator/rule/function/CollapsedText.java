package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Token;
import java.util.Comparator;
import java.util.List;

/** A piece of code on one line, with changes done and comments left out: for copies of code. */
final class CollapsedText {
  private final CSharpFile file;
  private final List<Change> changes;

  CollapsedText(CSharpFile file, List<Change> changes) {
    this.file = file;
    this.changes = changes.stream().sorted(Comparator.comparing(Change::span)).toList();
  }

  /** Tokens of the span, one blank where there was any trivia between two of them. */
  String of(Span span) {
    StringBuilder text = new StringBuilder();
    int last = span.start();
    for (Token token : file.tokens().significantIn(span)) {
      if (token.span().start() > last
          && !isGone(token)
          && text.length() > 0
          && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
      append(token, last, text);
      last = token.span().end();
    }
    for (Change change : changes) {
      if (change.span().isEmpty() && change.span().start() == last) {
        text.append(change.newText());
      }
    }
    return text.toString();
  }

  private boolean isGone(Token token) {
    return changes.stream()
        .filter(change -> change.span().contains(token.span()))
        .anyMatch(
            change -> change.newText().isEmpty() || change.span().start() != token.span().start());
  }

  /** The token, or what a change puts in its place; a change of many tokens is written once. */
  private void append(Token token, int last, StringBuilder text) {
    String written = token.text();
    for (Change change : changes) {
      Span changed = change.span();
      if (changed.isEmpty()) {
        boolean before = changed.start() == token.span().start();
        boolean between = changed.start() >= last && changed.start() < token.span().start();
        if (before || between) {
          text.append(change.newText());
        }
      } else if (changed.contains(token.span())) {
        written = changed.start() == token.span().start() ? change.newText() : "";
      } else if (token.span().contains(changed)) {
        written = inside(token, change);
      }
    }
    text.append(written);
  }

  private static String inside(Token token, Change change) {
    int start = change.span().start() - token.span().start();
    int end = change.span().end() - token.span().start();
    return token.text().substring(0, start) + change.newText() + token.text().substring(end);
  }
}
