package dev.migrator.model.names;

import java.util.List;

/**
 * What a change of using directives would do to one file.
 *
 * @param names names that would change their meaning
 * @param extensions accesses for which other extension methods would be in sight
 */
public record UsingEffect(List<NameChange> names, List<ExtensionChange> extensions) {
  public UsingEffect {
    names = List.copyOf(names);
    extensions = List.copyOf(extensions);
  }
}
