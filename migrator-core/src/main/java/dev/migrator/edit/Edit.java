package dev.migrator.edit;

import dev.migrator.source.Span;
import java.util.Comparator;

/**
 * A change of one file that a rule asks for.
 *
 * @param path of the file, relative to the repository
 * @param change what is replaced by what
 * @param ruleId the rule that asks, for reports and for the order of insertions
 */
public record Edit(String path, Change change, String ruleId) {
  static final Comparator<Edit> ORDER =
      Comparator.comparing(Edit::path)
          .thenComparing((Edit e) -> e.change().span())
          .thenComparing(Edit::ruleId)
          .thenComparing((Edit e) -> e.change().newText());

  /**
   * New text for a span of original text; an empty span inserts.
   *
   * @param span in the original text
   * @param newText with line ends of the file
   */
  public record Change(Span span, String newText) {}

  public static Edit replace(String path, Span span, String newText, String ruleId) {
    return new Edit(path, new Change(span, newText), ruleId);
  }

  public static Edit insert(String path, int offset, String newText, String ruleId) {
    return replace(path, Span.at(offset), newText, ruleId);
  }

  public static Edit delete(String path, Span span, String ruleId) {
    return replace(path, span, "", ruleId);
  }

  public Span span() {
    return change.span();
  }

  /** Equal changes never collide; insertions collide only with what replaces text around them. */
  boolean collidesWith(Edit other) {
    if (!path.equals(other.path) || change.equals(other.change)) {
      return false;
    }
    Span mine = span();
    Span theirs = other.span();
    if (mine.isEmpty() && theirs.isEmpty()) {
      return false;
    }
    if (mine.isEmpty()) {
      return theirs.start() < mine.start() && mine.start() < theirs.end();
    }
    if (theirs.isEmpty()) {
      return mine.start() < theirs.start() && theirs.start() < mine.end();
    }
    return mine.overlaps(theirs);
  }
}
