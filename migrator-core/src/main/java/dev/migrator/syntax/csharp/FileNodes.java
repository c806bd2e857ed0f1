package dev.migrator.syntax.csharp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a whole file by type: many rules look through each file for a few of its nodes, so
 * what one has found the next one need not search. Searched is only as far as somebody reads.
 */
final class FileNodes {
  private final Descendants<SyntaxNode> search;
  private final List<SyntaxNode> seen = new ArrayList<>();
  private final Map<Class<?>, Found<?>> byType = new HashMap<>();

  FileNodes(SyntaxNode root) {
    this.search = new Descendants<>(root, SyntaxNode.class);
  }

  /** All nodes of a type below the root, in source order. */
  synchronized <T extends SyntaxNode> Spliterator<T> ofType(Class<T> type) {
    Found<?> found = byType.computeIfAbsent(type, key -> new Found<>(type));
    @SuppressWarnings("unchecked") // the key is the type of the value
    Found<T> typed = (Found<T>) found;
    return new Nodes<>(this, typed);
  }

  private synchronized <T extends SyntaxNode> @Nullable T at(Found<T> found, int index) {
    while (found.nodes.size() <= index) {
      if (found.searched == seen.size() && !search.tryAdvance(seen::add)) {
        return null;
      }
      SyntaxNode node = seen.get(found.searched++);
      if (found.type.isInstance(node)) {
        found.nodes.add(found.type.cast(node));
      }
    }
    return found.nodes.get(index);
  }

  /** What is known of a type. */
  private static final class Found<T> {
    private final Class<T> type;
    private final List<T> nodes = new ArrayList<>();

    /** How many of the nodes seen were looked at. */
    private int searched;

    Found(Class<T> type) {
      this.type = type;
    }
  }

  private static final class Nodes<T extends SyntaxNode>
      extends Spliterators.AbstractSpliterator<T> {
    private final FileNodes file;
    private final Found<T> found;
    private int index;

    Nodes(FileNodes file, Found<T> found) {
      super(Long.MAX_VALUE, Descendants.CHARACTERISTICS);
      this.file = file;
      this.found = found;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      T node = file.at(found, index);
      if (node == null) {
        return false;
      }
      index++;
      action.accept(node);
      return true;
    }
  }
}
