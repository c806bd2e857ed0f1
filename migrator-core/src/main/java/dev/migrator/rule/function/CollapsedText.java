package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of code on one line, with changes done: for copies of code. Comments stay where they are;
 * those of a piece that moves come along.
 */
final class CollapsedText {
  private final CSharpFile file;
  private final List<Change> changes;
  private final List<Span> moved;

  /**
   * @param moved what the original loses
   */
  CollapsedText(CSharpFile file, List<Change> changes, List<Span> moved) {
    this.file = file;
    this.changes = changes.stream().sorted(Comparator.comparing(Change::span)).toList();
    this.moved = List.copyOf(moved);
  }

  /**
   * Tokens of the span, one blank where there was any trivia between two of them, but none where
   * the line broke inside of a parenthesis.
   */
  String of(Span span) {
    StringBuilder text = new StringBuilder();
    int last = span.start();
    for (Token token : file.tokens().significantIn(span)) {
      comments(new Span(last, token.span().start()), text);
      if (token.span().start() > last
          && !isGone(token)
          && text.length() > 0
          && !isTight(last, token, text.charAt(text.length() - 1))) {
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

  private void comments(Span gap, StringBuilder text) {
    boolean isMoved = moved.stream().anyMatch(piece -> piece.contains(gap));
    if (!isMoved || text.isEmpty()) {
      return;
    }
    for (Token comment : file.tokens().triviaIn(gap)) {
      if (comment.kind() == TokenKind.COMMENT) {
        text.append(text.charAt(text.length() - 1) == '(' ? "" : " ")
            .append(asBlock(comment.text()));
      }
    }
  }

  private static String asBlock(String comment) {
    return comment.startsWith("/*")
        ? comment
        : "/* " + comment.substring(2).replace("*/", "* /").strip() + " */";
  }

  /** Whether a blank would say nothing: a line that broke inside of a parenthesis leaves none. */
  private boolean isTight(int last, Token next, char written) {
    boolean isBroken = file.source().text().substring(last, next.span().start()).indexOf('\n') >= 0;
    return written == ' ' || (written == '(' || next.is(")")) && isBroken;
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
