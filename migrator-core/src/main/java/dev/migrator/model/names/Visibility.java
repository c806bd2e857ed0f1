package dev.migrator.model.names;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of the tables a compilation sees.
 *
 * <p>Certain: a type that the target framework has, and one of a package that the project (or a
 * referenced project) names or that such a package depends on, in the nearest version that the
 * tables have. Possible: every other type of the table of its world, and other versions of those
 * packages, since the true dependencies are not known without restore. After the conversion the
 * packages are ours: where the tables know all of them, what they do not bring is absent. All
 * others are absent.
 */
final class Visibility {
  /** Packages that bring the framework reference Microsoft.AspNetCore.App. */
  private static final Set<String> ASP_NET_CORE =
      Set.of(
          "microsoft.aspnetcore.mvc.newtonsoftjson",
          "microsoft.azure.functions.worker.extensions.http.aspnetcore");

  private final TypeTables tables;
  private final World world;
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final Set<Integer> chosen = new HashSet<>();
  private final Set<String> closure = new HashSet<>();
  private final Availability[] byMask;
  private final boolean hasAspNetCore;
  private final boolean isClosed;
  private final boolean hasUnknownPackages;

  private Visibility(TypeTables tables, ProjectFacts facts) {
    this.tables = tables;
    this.world = facts.world();
    choose(facts);
    this.byMask = availabilities(tables.frameworks(), facts.targetFramework());
    this.hasAspNetCore =
        facts.hasAspNetCore()
            || facts.sdk() == ProjectFacts.SdkKind.WEB
            || closure.stream().anyMatch(ASP_NET_CORE::contains);
    this.hasUnknownPackages = facts.packages().isEmpty() || !knowsPackages(facts);
    this.isClosed = world == World.ISOLATED && !hasUnknownPackages;
  }

  static Visibility of(TypeTables tables, ProjectFacts facts) {
    return new Visibility(tables, facts);
  }

  private void choose(ProjectFacts facts) {
    for (int i = 0; i < tables.packages().size(); i++) {
      String id = tables.packages().get(i).id().toLowerCase(Locale.ROOT);
      byId.computeIfAbsent(id, key -> new ArrayList<>(1)).add(i);
    }
    Deque<PackageReference> open = new ArrayDeque<>();
    Stream.concat(Stream.of(facts), facts.references().stream())
        .forEach(project -> open.addAll(project.packages()));
    while (!open.isEmpty()) {
      PackageReference next = open.removeFirst();
      String id = next.id().toLowerCase(Locale.ROOT);
      if (closure.add(id)) {
        nearest(byId.getOrDefault(id, List.of()), next.version())
            .ifPresent(
                index -> {
                  chosen.add(index);
                  for (String dependency : tables.packages().get(index).dependencies()) {
                    open.addLast(new PackageReference(dependency, ""));
                  }
                });
      }
    }
  }

  /** The highest version not above the wanted one, else the lowest; the last for an unknown one. */
  private Optional<Integer> nearest(List<Integer> versions, String wanted) {
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> sorted =
        versions.stream().sorted((a, b) -> compareVersions(version(a), version(b))).toList();
    if (wanted.isEmpty() || !Character.isDigit(wanted.charAt(0))) {
      return Optional.of(sorted.get(sorted.size() - 1));
    }
    return sorted.stream()
        .filter(index -> compareVersions(version(index), wanted) <= 0)
        .reduce((first, second) -> second)
        .or(() -> Optional.of(sorted.get(0)));
  }

  private String version(int index) {
    return tables.packages().get(index).version();
  }

  private static int compareVersions(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[-+]")[0].split("\\."))
        .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
        .toArray();
  }

  /** By mask: what the frameworks that have a type say about the target framework. */
  private static Availability[] availabilities(List<String> frameworks, String target) {
    String bare = target.split("-")[0].toLowerCase(Locale.ROOT);
    Availability[] all = new Availability[1 << frameworks.size()];
    for (int mask = 0; mask < all.length; mask++) {
      all[mask] = availability(frameworks, bare, mask);
    }
    return all;
  }

  private static Availability availability(List<String> frameworks, String target, int mask) {
    int exact = frameworks.indexOf(target);
    if (exact >= 0) {
      return has(mask, exact) ? Availability.CERTAIN : Availability.ABSENT;
    }
    return switch (target) {
      case "net10.0" -> Availability.CERTAIN;
      case "net5.0" -> between(mask, 0, 1);
      case "net7.0" -> between(mask, 1, 2);
      default ->
          target.startsWith("netcoreapp") || target.startsWith("netstandard") || isNetFx(target)
              ? has(mask, 0) ? Availability.POSSIBLE : Availability.ABSENT
              : Availability.POSSIBLE;
    };
  }

  private static boolean isNetFx(String target) {
    return target.matches("net4\\d{1,2}");
  }

  private static Availability between(int mask, int older, int newer) {
    return has(mask, older)
        ? Availability.CERTAIN
        : has(mask, newer) ? Availability.POSSIBLE : Availability.ABSENT;
  }

  private static boolean has(int mask, int bit) {
    return (mask & 1 << bit) != 0;
  }

  Availability of(TableType type) {
    Availability found = Availability.ABSENT;
    if (type.netCore() >= 0) {
      found = byMask[type.netCore()];
    }
    if (type.aspNetCore() >= 0) {
      Availability framework = byMask[type.aspNetCore()];
      found =
          found.or(
              framework == Availability.CERTAIN && !hasAspNetCore
                  ? isClosed ? Availability.ABSENT : Availability.POSSIBLE
                  : framework);
    }
    for (int index : type.inProcess()) {
      found = found.or(ofPackage(index, world == World.IN_PROCESS));
    }
    for (int index : type.isolated()) {
      found = found.or(ofPackage(index, world == World.ISOLATED));
    }
    return found;
  }

  private Availability ofPackage(int index, boolean isOfWorld) {
    if (chosen.contains(index)) {
      return Availability.CERTAIN;
    }
    boolean named = closure.contains(tables.packages().get(index).id().toLowerCase(Locale.ROOT));
    return named || isOfWorld && !isClosed ? Availability.POSSIBLE : Availability.ABSENT;
  }

  /** Whether the tables have all types of every package that has types of this namespace. */
  boolean isComplete(TableType type) {
    return Stream.concat(type.inProcess().stream(), type.isolated().stream())
        .allMatch(index -> tables.packages().get(index).isComplete());
  }

  /** Whether the tables know every package that the project names. */
  private boolean knowsPackages(ProjectFacts facts) {
    Set<String> known = new HashSet<>();
    tables.packages().forEach(p -> known.add(p.id().toLowerCase(Locale.ROOT)));
    return facts.packages().stream().allMatch(p -> known.contains(p.id().toLowerCase(Locale.ROOT)));
  }

  /** Whether the code is known to compile with what is visible: before the conversion. */
  boolean compiles() {
    return world == World.IN_PROCESS;
  }

  /**
   * Whether a type of a framework or of a package that is certain has an instance method of the
   * name of an extension method; also true where the project names a package that the tables do not
   * know.
   */
  boolean isInstanceMethod(String name) {
    return hasUnknownPackages
        || tables.isInstanceMethodOfFramework(name)
        || chosen.stream().anyMatch(index -> tables.isInstanceMethod(index, name));
  }

  /**
   * Whether a type of the tables may have an instance method of that name: one of a package that has
   * the type, or of those that the package depends on, where its base classes are.
   */
  boolean mayHaveInstanceMethod(TypeSymbol type, String name) {
    if (tables.isInstanceMethodOfFramework(name)) {
      return true;
    }
    Set<String> ids = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    type.packages().forEach(id -> open.add(id.toLowerCase(Locale.ROOT)));
    while (!open.isEmpty()) {
      String id = open.removeFirst();
      for (int index : ids.add(id) ? byId.getOrDefault(id, List.of()) : List.<Integer>of()) {
        if (tables.isInstanceMethod(index, name)) {
          return true;
        }
        open.addAll(tables.packages().get(index).dependencies());
      }
    }
    return false;
  }
}
