package dev.migrator.syntax.csharp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** The nodes of a type below another one, in source order; a node's children are asked for late. */
final class Descendants<T extends SyntaxNode> extends Spliterators.AbstractSpliterator<T> {
  static final int CHARACTERISTICS = ORDERED | NONNULL | IMMUTABLE;

  private final Class<T> type;
  private final Deque<Iterator<? extends SyntaxNode>> open = new ArrayDeque<>();

  /** The node that was seen last: its children come next. */
  private SyntaxNode last;

  Descendants(SyntaxNode node, Class<T> type) {
    super(Long.MAX_VALUE, CHARACTERISTICS);
    this.type = type;
    this.last = node;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    open.push(last.children().iterator());
    while (!open.isEmpty()) {
      Iterator<? extends SyntaxNode> siblings = open.peek();
      if (!siblings.hasNext()) {
        open.pop();
        continue;
      }
      last = siblings.next();
      if (type.isInstance(last)) {
        action.accept(type.cast(last));
        return true;
      }
      open.push(last.children().iterator());
    }
    return false;
  }
}
