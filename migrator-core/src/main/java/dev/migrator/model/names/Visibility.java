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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of the tables a compilation sees.
 *
 * <p>Certain: a type that the target framework has, and one of a package that the project (or a
 * referenced project) names or that such a package depends on, in the nearest version that the
 * tables have. Absent: rows of another major version of such a package, and packages of the other
 * model. Possible: every other row, since the true dependencies are not known without restore.
 * After the conversion the packages are ours: where the tables know all of them, what they do not
 * bring is absent.
 */
final class Visibility {
  /** Packages that bring the framework reference Microsoft.AspNetCore.App. */
  private static final Set<String> ASP_NET_CORE =
      Set.of(
          "microsoft.aspnetcore.mvc.newtonsoftjson",
          "microsoft.azure.functions.worker.extensions.http.aspnetcore");

  private static final String SDK = "Microsoft.NET.Sdk.Functions";

  /** On the .NET Framework, WebJobs 2 itself has the attributes of queues, blobs and tables. */
  private static final PackageReference FIRST_STORAGE =
      new PackageReference("Microsoft.Azure.WebJobs.Extensions.Storage", "3.0.12");

  private final TypeTables tables;
  private final World world;
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final Set<Integer> chosen = new HashSet<>();
  private final Set<String> closure = new HashSet<>();
  private final Map<String, Integer> majors = new HashMap<>();
  private final Availability[] byMask;
  private final boolean isOlderThanTables;
  private final boolean hasAspNetCore;
  private final boolean isClosed;
  private final boolean hasUnknownPackages;
  private final boolean seesOtherPackages;

  private Visibility(TypeTables tables, ProjectFacts facts) {
    this.tables = tables;
    this.world = facts.world();
    choose(facts);
    String target = target(facts);
    this.byMask = availabilities(tables.frameworks(), target);
    this.isOlderThanTables = isOld(target) && !tables.frameworks().contains(target);
    this.hasAspNetCore =
        Stream.concat(Stream.of(facts), facts.references().stream())
                .anyMatch(p -> p.hasAspNetCore() || p.sdk() == ProjectFacts.SdkKind.WEB)
            || closure.stream().anyMatch(ASP_NET_CORE::contains);
    Set<String> known = new HashSet<>();
    tables.packages().forEach(p -> known.add(p.id().toLowerCase(Locale.ROOT)));
    this.hasUnknownPackages = facts.packages().isEmpty() || !knowsPackages(facts, known);
    this.seesOtherPackages =
        Stream.concat(Stream.of(facts), facts.references().stream())
            .anyMatch(project -> !knowsPackages(project, known));
    this.isClosed = world == World.ISOLATED && !hasUnknownPackages;
  }

  private static String target(ProjectFacts facts) {
    return facts.targetFramework().split("-")[0].toLowerCase(Locale.ROOT);
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
    open.add(new PackageReference(TypeTables.mappedTypes(world), ""));
    Stream.concat(Stream.of(facts), facts.references().stream())
        .forEach(project -> open.addAll(project.packages()));
    if (world == World.IN_PROCESS
        && isNetFramework(target(facts))
        && open.stream().anyMatch(reference -> reference.id().equalsIgnoreCase(SDK))) {
      open.add(FIRST_STORAGE);
    }
    while (!open.isEmpty()) {
      PackageReference next = open.removeFirst();
      String id = next.id().toLowerCase(Locale.ROOT);
      if (closure.add(id)) {
        for (int index : versionsFor(id, next.version().replaceFirst("^[\\[(]", ""))) {
          chosen.add(index);
          for (String dependency : tables.packages().get(index).dependencies()) {
            open.addLast(new PackageReference(dependency, ""));
          }
        }
      }
    }
  }

  /**
   * The versions of a package that count: of those with the wanted major number the highest not
   * above the wanted one, else the lowest; the nearest where only other majors are known; all for
   * an unknown version.
   */
  private List<Integer> versionsFor(String id, String wanted) {
    List<Integer> versions = byId.getOrDefault(id, List.of());
    if (versions.size() < 2 || wanted.isEmpty() || !Character.isDigit(wanted.charAt(0))) {
      return versions;
    }
    List<Integer> sameMajor =
        versions.stream().filter(index -> major(version(index)) == major(wanted)).toList();
    if (!sameMajor.isEmpty()) {
      majors.put(id, major(wanted));
    }
    List<Integer> sorted =
        (sameMajor.isEmpty() ? versions : sameMajor)
            .stream().sorted((a, b) -> compareVersions(version(a), version(b))).toList();
    return List.of(
        sorted.stream()
            .filter(index -> compareVersions(version(index), wanted) <= 0)
            .reduce((first, second) -> second)
            .orElse(sorted.get(0)));
  }

  private static int major(String version) {
    return numbers(version)[0];
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
    Availability[] all = new Availability[1 << frameworks.size()];
    for (int mask = 0; mask < all.length; mask++) {
      all[mask] = availability(frameworks, target, mask);
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
          isOld(target)
              ? has(mask, 0) ? Availability.POSSIBLE : Availability.ABSENT
              : Availability.POSSIBLE;
    };
  }

  /** .NET Core, .NET Standard and the .NET Framework. */
  private static boolean isOld(String target) {
    return target.startsWith("netcoreapp")
        || target.startsWith("netstandard")
        || isNetFramework(target);
  }

  private static boolean isNetFramework(String target) {
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
      if (found == Availability.POSSIBLE && isOlderThanTables && NetStandard.has(type)) {
        found = Availability.CERTAIN;
      }
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
    TablePackage tablePackage = tables.packages().get(index);
    String id = tablePackage.id().toLowerCase(Locale.ROOT);
    Integer wanted = majors.get(id);
    if (wanted != null && wanted != major(tablePackage.version())) {
      return Availability.ABSENT;
    }
    return closure.contains(id) || !isClosed && (isOfWorld || isNeutral(id))
        ? Availability.POSSIBLE
        : Availability.ABSENT;
  }

  /** Whether a package of the other world's table belongs to neither model. */
  private static boolean isNeutral(String id) {
    return !id.startsWith("microsoft.azure.functions.")
        && !id.startsWith("microsoft.azure.webjobs")
        && !id.startsWith("microsoft.net.sdk.functions")
        && !id.startsWith("microsoft.durabletask")
        && !id.startsWith("microsoft.azure.durabletask")
        && !id.startsWith(TypeTables.MAPPED);
  }

  /** Ids, lower case, of a package and of what it depends on. */
  private Set<String> closureOf(int packageIndex) {
    Set<String> ids = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(packageIndex));
    while (!open.isEmpty()) {
      TablePackage next = tables.packages().get(open.removeFirst());
      if (ids.add(next.id().toLowerCase(Locale.ROOT))) {
        next.dependencies().forEach(id -> open.addAll(byId.getOrDefault(id, List.of())));
      }
    }
    return ids;
  }

  /** Whether every package brings the type, itself or by what it depends on. */
  boolean isBroughtByAll(Set<Integer> packageIndexes, TableType type) {
    Set<String> ids = new HashSet<>();
    Stream.concat(type.inProcess().stream(), type.isolated().stream())
        .forEach(index -> ids.add(tables.packages().get(index).id().toLowerCase(Locale.ROOT)));
    return packageIndexes.stream()
        .allMatch(index -> closureOf(index).stream().anyMatch(ids::contains));
  }

  /** Whether the tables have all types of every package that has types of this namespace. */
  boolean isComplete(TableType type) {
    return Stream.concat(type.inProcess().stream(), type.isolated().stream())
        .allMatch(index -> tables.packages().get(index).isComplete());
  }

  /** Whether the tables know every package that the project names. */
  private static boolean knowsPackages(ProjectFacts facts, Set<String> known) {
    return facts.packages().stream().allMatch(p -> known.contains(p.id().toLowerCase(Locale.ROOT)));
  }

  /** Whether the project, or one that it references, names a package that the tables lack. */
  boolean seesOtherPackages() {
    return seesOtherPackages;
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
    return hasUnknownPackages || isKnownInstanceMethod(name);
  }

  /** The same of the types that the tables have, whatever unknown packages hold. */
  boolean isKnownInstanceMethod(String name) {
    return tables.isInstanceMethodOfFramework(name)
        || chosen.stream().anyMatch(index -> tables.isInstanceMethod(index, name));
  }

  /**
   * Whether a type of the tables may have an instance method of that name: one of a package that
   * has the type, or of those that the package depends on, where its base classes are.
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
