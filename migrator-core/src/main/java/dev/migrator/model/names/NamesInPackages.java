package dev.migrator.model.names;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which packages the types of a namespace come from, by the tables. */
public final class NamesInPackages {
  private static final TypeTables TABLES = TypeTables.load();

  private NamesInPackages() {}

  /**
   * Whether the namespace is in the tables and each of its types is in packages of the wanted kind
   * only; a namespace without types of its own is what the namespaces below it are.
   */
  public static boolean areAllOf(String namespace, Predicate<String> wanted) {
    List<TableType> own = types(namespace);
    if (!own.isEmpty()) {
      return own.stream().allMatch(type -> isOf(type, wanted));
    }
    List<TableType> below =
        TABLES.namespaces().stream()
            .filter(name -> name.startsWith(namespace + "."))
            .flatMap(name -> types(name).stream())
            .toList();
    return !below.isEmpty() && below.stream().allMatch(type -> isOf(type, wanted));
  }

  /** Whether a framework or package of the tables has types in the namespace or below it. */
  public static boolean holds(String namespace) {
    return TABLES.namespaces().contains(namespace);
  }

  private static List<TableType> types(String namespace) {
    return TABLES.block(namespace).values().stream().flatMap(Collection::stream).toList();
  }

  private static boolean isOf(TableType type, Predicate<String> wanted) {
    return type.netCore() < 0
        && type.aspNetCore() < 0
        && Stream.concat(type.inProcess().stream(), type.isolated().stream())
            .map(index -> TABLES.packages().get(index).id())
            .allMatch(wanted);
  }
}
