package dev.migrator.rule.function;

import dev.migrator.model.names.UsingEdit.Replacement;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.TokenKind;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a new directive goes among others that are sorted, with blank lines between groups. */
final class SortedUsings {
  /** The two orders that editors keep. */
  private static final List<Comparator<String>> ORDERS =
      List.of(
          Comparator.naturalOrder(),
          Comparator.comparing((String name) -> !root(name).equals("System"))
              .thenComparing(Comparator.naturalOrder()));

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

  private final List<List<Entry>> groups = new ArrayList<>();

  /** A directive with the name that it has in the end. */
  private record Entry(UsingDirective directive, String name) {}

  /**
   * Groups of directives.
   *
   * @param usings those at the top of a file, in their order
   * @param removed those of them that go
   * @param replaced those that open another namespace
   */
  SortedUsings(
      List<UsingDirective> usings, List<UsingDirective> removed, List<Replacement> replaced) {
    UsingDirective last = null;
    for (UsingDirective using : usings) {
      if (using.isGlobal()) {
        continue;
      }
      if (last == null || hasBlankLine(last, using)) {
        groups.add(new ArrayList<>());
      }
      last = using;
      if (!removed.contains(using)) {
        String name =
            replaced.stream()
                .filter(one -> one.directive().equals(using))
                .map(Replacement::namespace)
                .findFirst()
                .orElse(using.name().dottedName());
        groups.get(groups.size() - 1).add(new Entry(using, name));
      }
    }
    groups.removeIf(List::isEmpty);
    if (holdsDirective(usings)) {
      groups.clear();
    }
  }

  /** Whether a directive for the preprocessor stands between: a line behind one may be left out. */
  private static boolean holdsDirective(List<UsingDirective> usings) {
    if (usings.isEmpty()) {
      return false;
    }
    int end = usings.get(usings.size() - 1).span().end();
    UsingDirective first = usings.get(0);
    return first.file().tokens().triviaIn(new Span(first.span().start(), end)).stream()
        .anyMatch(token -> token.kind() == TokenKind.DIRECTIVE);
  }

  private static boolean hasBlankLine(UsingDirective one, UsingDirective next) {
    return BLANK_LINE
        .matcher(one.file().source().text().substring(one.span().end(), next.span().start()))
        .find();
  }

  /**
   * The start of the line, in the last group that has namespaces of the same root or else in the
   * last one; empty where that is not sorted, and for the first line of a file, whose byte order
   * mark would move and make another line differ.
   */
  Optional<Integer> offset(String namespace) {
    return groups.stream()
        .filter(group -> group.stream().anyMatch(e -> root(e.name()).equals(root(namespace))))
        .reduce((first, last) -> last)
        .or(() -> groups.stream().reduce((first, last) -> last))
        .flatMap(group -> offset(namespace, group));
  }

  private static Optional<Integer> offset(String namespace, List<Entry> group) {
    List<String> names = group.stream().map(Entry::name).toList();
    return ORDERS.stream()
        .filter(order -> names.stream().sorted(order).toList().equals(names))
        .findFirst()
        .map(order -> (int) names.stream().filter(n -> order.compare(n, namespace) < 0).count())
        .map(
            before ->
                before == 0
                    ? lineOf(group.get(0))
                    : UsingPlacement.below(group.get(before - 1).directive()))
        .filter(offset -> offset > 0);
  }

  private static int lineOf(Entry entry) {
    SourceFile source = entry.directive().file().source();
    return source.lineStart(entry.directive().span().start());
  }

  private static String root(String namespace) {
    int dot = namespace.indexOf('.');
    return dot < 0 ? namespace : namespace.substring(0, dot);
  }
}
