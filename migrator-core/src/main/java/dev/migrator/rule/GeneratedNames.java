package dev.migrator.rule;

import dev.migrator.model.ResourceTable;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The simple names by which {@code InProcessCompatibility.cs} and {@code Program.cs} mean types,
 * whatever parts are written: rather one too many than one too few. They are a table beside this
 * class that a test makes of the templates, since to look through these takes longer than most else
 * of a short run.
 */
final class GeneratedNames {
  private static final Set<String> ALL =
      ResourceTable.rows(GeneratedNames.class, "generated-names.tsv").stream()
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private GeneratedNames() {}

  static Set<String> all() {
    return ALL;
  }
}
