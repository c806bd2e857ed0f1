package dev.migrator.rule;

import dev.migrator.edit.Edit;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import java.util.ArrayList;
import java.util.List;

/** How text goes away without leaving holes: the one place that counts blanks. */
public final class Removal {
  private Removal() {}

  /**
   * A node that stands alone on its lines goes with them, and with one blank line below where there
   * is one above or it was the first; elsewhere only the node and the blanks behind it.
   */
  public static Edit ofLines(SyntaxNode node, String ruleId) {
    return ofLines(List.of(node), ruleId);
  }

  /** Nodes behind each other, with everything between them, as one. */
  public static Edit ofLines(List<? extends SyntaxNode> nodes, String ruleId) {
    SourceFile source = nodes.get(0).file().source();
    Span span = new Span(nodes.get(0).span().start(), nodes.get(nodes.size() - 1).span().end());
    return Edit.delete(source.path(), lines(source, span), ruleId);
  }

  /** A declaration with the comment lines that stand directly above it. */
  public static Edit ofMember(SyntaxNode member, String ruleId) {
    SourceFile source = member.file().source();
    int start = member.span().start();
    int above = source.lineStart(start);
    while (above > 0 && isComment(source, source.lineStart(above - 1), above)) {
      above = source.lineStart(above - 1);
      start = source.indentation(above).length() + above;
    }
    Span span = new Span(start, member.span().end());
    boolean isFirst = source.text().substring(0, start).stripTrailing().endsWith("{");
    return Edit.delete(
        source.path(), lines(source, span, isFirst || isBlankAbove(source, span)), ruleId);
  }

  private static boolean isComment(SourceFile source, int start, int end) {
    return source.text().substring(start, end).strip().startsWith("//");
  }

  private static Span lines(SourceFile source, Span span) {
    return lines(source, span, isBlankAbove(source, span));
  }

  private static boolean isBlankAbove(SourceFile source, Span span) {
    int start = source.lineStart(span.start());
    return start == 0 || source.text().substring(source.lineStart(start - 1), start).isBlank();
  }

  /** One blank line below goes along where another stands above, or nothing. */
  private static Span lines(SourceFile source, Span span, boolean isOpenAbove) {
    String text = source.text();
    int start = source.lineStart(span.start());
    int next = source.nextLineStart(span.end());
    boolean alone =
        text.substring(start, span.start()).isBlank() && text.substring(span.end(), next).isBlank();
    if (!alone) {
      return new Span(span.start(), skipBlanks(text, span.end()));
    }
    int below = source.nextLineStart(next);
    boolean blankBelow = next < text.length() && text.substring(next, below).isBlank();
    return new Span(start, isOpenAbove && blankBelow ? below : next);
  }

  private static int skipBlanks(String text, int offset) {
    int end = offset;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  /** One element of a list with the comma that goes with it. */
  public static <T extends SyntaxNode> Edit ofListElement(
      T element, List<? extends T> all, String ruleId) {
    return Edit.delete(element.file().source().path(), withSeparator(element, all), ruleId);
  }

  /** One element of a list and the comma that goes with it, if there is another element. */
  public static <T extends SyntaxNode> Span withSeparator(T element, List<? extends T> all) {
    int index = all.indexOf(element);
    if (index + 1 < all.size()) {
      return new Span(element.span().start(), all.get(index + 1).span().start());
    }
    return index > 0
        ? new Span(all.get(index - 1).span().end(), element.span().end())
        : element.span();
  }

  /** An attribute, with its list where it is the only one. */
  public static Edit ofAttribute(Attribute attribute, String ruleId) {
    List<Attribute> all = attribute.list().attributes();
    return all.size() == 1
        ? ofLines(attribute.list(), ruleId)
        : ofListElement(attribute, all, ruleId);
  }

  /** Some elements of a list, not all, with the commas that go with them. */
  public static <T extends SyntaxNode> List<Edit> ofListElements(
      List<? extends T> elements, List<? extends T> all, String ruleId) {
    if (elements.size() == 1) {
      return List.of(ofListElement(elements.get(0), all, ruleId));
    }
    List<Edit> edits = new ArrayList<>();
    boolean isKeptBefore = false;
    for (int i = 0; i < all.size(); i++) {
      T element = all.get(i);
      if (!elements.contains(element)) {
        isKeptBefore = true;
        continue;
      }
      Span span =
          isKeptBefore
              ? new Span(all.get(i - 1).span().end(), element.span().end())
              : new Span(element.span().start(), all.get(i + 1).span().start());
      edits.add(Edit.delete(element.file().source().path(), span, ruleId));
    }
    return edits;
  }

  /** A token and the blanks behind it on its line. */
  public static Edit ofToken(Token token, CSharpFile file, String ruleId) {
    Span span =
        new Span(token.span().start(), skipBlanks(file.source().text(), token.span().end()));
    return Edit.delete(file.source().path(), span, ruleId);
  }
}
