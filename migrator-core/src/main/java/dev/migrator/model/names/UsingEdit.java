package dev.migrator.model.names;

import dev.migrator.syntax.csharp.UsingDirective;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of the using directives of one file that is only thought of.
 *
 * @param removed directives that go, also inside of namespaces
 * @param added namespaces that come at the top of the file
 * @param replaced directives, also inside of namespaces, whose place another namespace takes
 */
public record UsingEdit(
    List<UsingDirective> removed, List<String> added, List<Replacement> replaced) {
  public static final UsingEdit NONE = new UsingEdit(List.of(), List.of(), List.of());

  public UsingEdit {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    replaced = List.copyOf(replaced);
  }

  /** A directive that opens another namespace now. */
  public record Replacement(UsingDirective directive, String namespace) {}

  public static UsingEdit removing(UsingDirective directive) {
    return new UsingEdit(List.of(directive), List.of(), List.of());
  }

  public static UsingEdit adding(String namespace) {
    return new UsingEdit(List.of(), List.of(namespace), List.of());
  }

  public static UsingEdit of(Collection<UsingDirective> removed, Collection<String> added) {
    return new UsingEdit(List.copyOf(removed), List.copyOf(added), List.of());
  }

  boolean removes(UsingDirective directive) {
    return removed.stream().anyMatch(gone -> isSame(gone, directive))
        || replaced.stream().anyMatch(one -> isSame(one.directive(), directive));
  }

  /** The namespaces that take the places of directives among these. */
  Stream<String> inPlaceOf(List<UsingDirective> directives) {
    return replaced.stream()
        .filter(one -> directives.stream().anyMatch(d -> isSame(one.directive(), d)))
        .map(Replacement::namespace);
  }

  private static boolean isSame(UsingDirective one, UsingDirective other) {
    return one.span().equals(other.span())
        && one.file().source().path().equals(other.file().source().path());
  }
}
