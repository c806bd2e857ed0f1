package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.InProcessPackages;
import dev.migrator.model.project.ImplicitPackage;
import dev.migrator.model.project.ImplicitPackages;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.rule.TypeMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What came along with a package of the in-process model is there after the conversion, brought by
 * another package or by one that is named then, or a rule answers for it: a type that is none of
 * these would convert without a word and not compile.
 */
class LostTypesTest {
  private static final TypeTables TABLES = TypeTables.load();
  private static final TypeMap TYPES = TypeMap.load();
  private static final ImplicitPackages IMPLICIT = ImplicitPackages.load();
  private static final List<String> WORKER =
      List.of(
          "Microsoft.Azure.Functions.Worker",
          "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore");

  /** Inner parts of clients, and what only one who uses the client itself names. */
  private static final Set<String> LEFT =
      Set.of(
          "Apache.Arrow",
          "Azure.Storage.Blobs",
          "Azure.Storage.Common",
          "Azure.Storage.Queues",
          "Google.Protobuf",
          "Pipelines.Sockets.Unofficial",
          "System.IO.Hashing",
          "starkbank-ecdsa");

  /** A rule of its own sees to these, or only their extension methods are named. */
  private static final Set<String> ANSWERED =
      Set.of(
          "Autofac.Extensions.DependencyInjection.AzureFunctions",
          "Microsoft.AspNetCore.Hosting.ApplicationInsightsWebHostBuilderExtensions",
          "Microsoft.DotNet.PlatformAbstractions.HashCodeCombiner",
          "Microsoft.Extensions.DependencyInjection.ApplicationInsightsExtensions",
          "Microsoft.Extensions.Logging.ApplicationInsightsLoggerFactoryExtensions",
          "NServiceBus",
          "System.Net.Http.HttpRequestMessageExtensions");

  @Test
  void whatCameAlongIsNamedOrAnsweredFor() {
    Set<String> lost = new TreeSet<>();
    Set<String> sdk = closure(List.of("Microsoft.NET.Sdk.Functions"));
    lost(sdk, closure(WORKER)).forEach(lost::add);
    PackageMap.load().rows().stream()
        .filter(row -> row.action() == PackageMapping.Action.REPLACE)
        .filter(row -> !row.pattern().contains("DurableTask"))
        .forEach(
            row -> {
              Set<String> before = closure(List.of(row.pattern()));
              before.removeAll(sdk);
              Stream<String> after =
                  row.replacements().stream().map(PackageMapping.Replacement::id);
              lost(before, closure(Stream.concat(WORKER.stream(), after).toList()))
                  .forEach(lost::add);
            });
    assertThat(lost).isEmpty();
  }

  /** Types, with their packages, of what only the first ones bring. */
  private static Stream<String> lost(Set<String> before, Set<String> after) {
    Set<String> gone = new HashSet<>(before);
    gone.removeAll(after);
    return TABLES.namespaces().stream()
        .flatMap(namespace -> TABLES.block(namespace).values().stream())
        .flatMap(List::stream)
        .filter(type -> type.netCore() < 0 && type.aspNetCore() < 0)
        .filter(type -> !packages(type).isEmpty())
        .filter(type -> packages(type).stream().allMatch(id -> !after.contains(lower(id))))
        .filter(type -> packages(type).stream().anyMatch(id -> gone.contains(lower(id))))
        .filter(type -> packages(type).stream().noneMatch(LEFT::contains))
        .filter(type -> !isAnswered(type))
        .map(type -> type.metadataName() + " of " + packages(type));
  }

  private static boolean isAnswered(TableType type) {
    String name = type.metadataName();
    TypeSymbol symbol = new TypeSymbol(name, TypeOrigin.PACKAGE, packages(type), type.shape());
    return TYPES.of(name).isPresent()
        || ANSWERED.contains(name)
        || ANSWERED.contains(type.namespace())
        || InProcessPackages.isVanishing(symbol)
        || IMPLICIT.find(name).flatMap(ImplicitPackage::id).filter(id -> has(id, type)).isPresent();
  }

  private static boolean has(String packageId, TableType type) {
    Set<String> brought = closure(List.of(packageId));
    return packages(type).stream().anyMatch(id -> brought.contains(lower(id)));
  }

  private static List<String> packages(TableType type) {
    return type.inProcess().stream()
        .map(index -> TABLES.packages().get(index).id())
        .distinct()
        .toList();
  }

  /** Ids in lower case. */
  private static Set<String> closure(List<String> ids) {
    Set<String> closure = new HashSet<>();
    Deque<String> open =
        ids.stream().map(LostTypesTest::lower).collect(Collectors.toCollection(ArrayDeque::new));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (closure.add(next)) {
        latest(next).ifPresent(found -> open.addAll(found.dependencies()));
      }
    }
    return closure;
  }

  private static Optional<TablePackage> latest(String id) {
    return TABLES.packages().stream()
        .filter(one -> lower(one.id()).equals(id))
        .reduce((first, second) -> second);
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
