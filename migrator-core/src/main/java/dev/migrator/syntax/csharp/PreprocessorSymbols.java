package dev.migrator.syntax.csharp;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Names that {@code #if} takes as true. */
public record PreprocessorSymbols(Set<String> names) {
  public static final PreprocessorSymbols NONE = new PreprocessorSymbols(Set.of());

  public PreprocessorSymbols {
    names = Set.copyOf(names);
  }

  public static PreprocessorSymbols of(Collection<String> names) {
    return new PreprocessorSymbols(new TreeSet<>(names));
  }
}
