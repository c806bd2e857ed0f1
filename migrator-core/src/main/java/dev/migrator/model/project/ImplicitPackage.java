package dev.migrator.model.project;

import java.util.List;
import java.util.Optional;

/**
 * A package that came with the in-process packages and must be named once they are gone.
 *
 * @param namespace at whose use it is needed, with the namespaces below it; also a single type, by
 *     itself or by a call of its extension methods
 * @param packageId to be added; with {@code framework:} in front, a shared framework
 * @param broughtBy packages that bring it along, so that it need not be named
 * @param source section of the knowledge that says so
 */
public record ImplicitPackage(
    String namespace, String packageId, List<String> broughtBy, String source) {
  private static final String FRAMEWORK = "framework:";

  public ImplicitPackage {
    broughtBy = List.copyOf(broughtBy);
  }

  static ImplicitPackage of(List<String> row) {
    return new ImplicitPackage(row.get(0), row.get(1), PackageTable.list(row.get(2)), row.get(3));
  }

  /** The package; empty where a shared framework holds the namespace. */
  public Optional<String> id() {
    return packageId.startsWith(FRAMEWORK) ? Optional.empty() : Optional.of(packageId);
  }

  /** The shared framework; empty where a package holds the namespace. */
  public Optional<String> framework() {
    return packageId.startsWith(FRAMEWORK)
        ? Optional.of(packageId.substring(FRAMEWORK.length()))
        : Optional.empty();
  }

  boolean covers(String name) {
    return name.equals(namespace) || name.startsWith(namespace + ".");
  }
}
