package dev.migrator.model.names;

import dev.migrator.model.ResourceTable;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of .NET Standard 2.0, which every framework has that is older than those of the tables
 * (NETStandard.Library 2.0.3); read when the first such project is.
 */
final class NetStandard {
  private static final Set<String> TYPES =
      ResourceTable.rows(NetStandard.class, "net-standard.txt").stream()
          .map(cells -> cells.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private NetStandard() {}

  static boolean has(TableType type) {
    return TYPES.contains(type.metadataName());
  }
}
