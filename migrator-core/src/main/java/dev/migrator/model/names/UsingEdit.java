package dev.migrator.model.names;

import dev.migrator.syntax.csharp.UsingDirective;
import java.util.Collection;
import java.util.List;

/**
 * A change of the using directives of one file that is only thought of.
 *
 * @param removed directives that go, also inside of namespaces
 * @param added namespaces that come at the top of the file
 */
public record UsingEdit(List<UsingDirective> removed, List<String> added) {
  public static final UsingEdit NONE = new UsingEdit(List.of(), List.of());

  public UsingEdit {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  public static UsingEdit removing(UsingDirective directive) {
    return new UsingEdit(List.of(directive), List.of());
  }

  public static UsingEdit adding(String namespace) {
    return new UsingEdit(List.of(), List.of(namespace));
  }

  public static UsingEdit of(Collection<UsingDirective> removed, Collection<String> added) {
    return new UsingEdit(List.copyOf(removed), List.copyOf(added));
  }

  boolean removes(UsingDirective directive) {
    return removed.stream()
        .anyMatch(
            gone ->
                gone.span().equals(directive.span())
                    && gone.file().source().path().equals(directive.file().source().path()));
  }
}
