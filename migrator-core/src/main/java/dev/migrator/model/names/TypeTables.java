package dev.migrator.model.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The public types of the frameworks and of known packages; thread-safe, loaded once and shared by
 * all compilations. A namespace is read when it is first asked for.
 *
 * <p>The resource {@code types.txt} is made from {@code data/types-*.tsv} and the packages' own
 * lists of dependencies by {@code TypeTablesTest} with {@code -Dgolden.update=true}. Its lines:
 *
 * <pre>
 * frameworks netcoreapp3.1 net6.0 …         frameworks of the masks below, bit 0 first
 * instance * Add ToArray …                  names of extensions that are instance methods as well:
 * instance 17 ToList …                      of a framework, of the package of that index
 * p Newtonsoft.Json 13.0.4 + dep dep …      a package; {@code -} instead of {@code +}: not all types
 * =System.Text                              a namespace; its types follow
 * StringBuilder TAB c TAB nf i3 w5 TAB ext  type, shape, sources, extension methods
 * </pre>
 *
 * Sources: {@code n} and {@code a} with a hexadecimal mask stand for Microsoft.NETCore.App and
 * Microsoft.AspNetCore.App, {@code i} and {@code w} with the index of a package for the in-process
 * and the isolated table.
 */
public final class TypeTables {
  static final String MAPPED = "migrator.yaml/";

  private final String text;
  private final List<String> frameworks;
  private final List<TablePackage> packages;
  private final Map<String, Set<String>> instanceMethods;
  private final Map<String, Integer> blockStarts;
  private final Set<String> namespaces;
  private final Map<String, Map<String, List<TableType>>> blocks = new ConcurrentHashMap<>();
  private final Map<String, List<TableType>> mapped;

  private TypeTables(
      String text,
      List<String> frameworks,
      List<TablePackage> packages,
      Map<String, Set<String>> instanceMethods,
      Map<String, Integer> blockStarts,
      List<TableType> mapped) {
    this.text = text;
    this.frameworks = frameworks;
    this.packages = packages;
    this.instanceMethods = instanceMethods;
    this.blockStarts = blockStarts;
    this.mapped = mapped.stream().collect(Collectors.groupingBy(TableType::namespace));
    Set<String> own = new HashSet<>(blockStarts.keySet());
    own.addAll(this.mapped.keySet());
    this.namespaces = withParents(own);
  }

  private static final class Holder {
    private static final TypeTables STANDARD = read();
  }

  /** The tables that the tool ships; read once. */
  public static TypeTables load() {
    return Holder.STANDARD;
  }

  /** Reads the resource; costs some milliseconds. */
  static TypeTables read() {
    try (InputStream in = TypeTables.class.getResourceAsStream("types.txt")) {
      if (in == null) {
        throw new IllegalStateException("types.txt is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TypeTables parse(String text) {
    List<String> frameworks = List.of();
    List<TablePackage> packages = new ArrayList<>();
    Map<String, Set<String>> instance = new HashMap<>();
    int at = 0;
    while (at < text.length() && text.charAt(at) != '=') {
      int end = text.indexOf('\n', at);
      String[] words = text.substring(at, end).split(" ");
      if (words[0].equals("frameworks")) {
        frameworks = List.of(words).subList(1, words.length);
      } else if (words[0].equals("instance")) {
        instance.put(words[1], Set.of(words));
      } else {
        List<String> dependencies = List.of(words).subList(4, words.length);
        packages.add(new TablePackage(words[1], words[2], words[3].equals("+"), dependencies));
      }
      at = end + 1;
    }
    Map<String, Integer> starts = new HashMap<>(2048);
    while (at > 0 && at < text.length()) {
      int end = text.indexOf('\n', at);
      starts.put(text.substring(at + 1, end), end + 1);
      at = text.indexOf("\n=", end) + 1;
    }
    return new TypeTables(text, frameworks, List.copyOf(packages), instance, starts, List.of());
  }

  /**
   * The tables with types that the user names, those of the in-process model and those of the
   * worker; every project of that model sees them. A type that the tables have stays as it is.
   */
  public TypeTables with(Set<String> inProcess, Set<String> isolated) {
    if (inProcess.isEmpty() && isolated.isEmpty()) {
      return this;
    }
    List<TablePackage> all = new ArrayList<>(packages);
    List<TableType> types = new ArrayList<>();
    Set<String> both = new TreeSet<>(inProcess);
    both.addAll(isolated);
    for (World world : World.values()) {
      all.add(new TablePackage(mappedTypes(world), "0.0.0", false, List.of()));
    }
    for (String name : both) {
      int dot = name.lastIndexOf('.');
      TableType type =
          new TableType(
              dot < 0 ? "" : name.substring(0, dot),
              name.substring(dot + 1),
              TypeShape.CLASS,
              -1,
              -1,
              inProcess.contains(name) ? List.of(packages.size()) : List.of(),
              isolated.contains(name) ? List.of(packages.size() + 1) : List.of(),
              List.of());
      boolean isKnown =
          block(type.namespace()).getOrDefault(type.key(), List.of()).stream()
              .anyMatch(known -> known.name().equals(type.name()));
      if (!isKnown) {
        types.add(type);
      }
    }
    return new TypeTables(text, frameworks, List.copyOf(all), instanceMethods, blockStarts, types);
  }

  /** What holds the types that a user names of a model, in the place of a package. */
  static String mappedTypes(World world) {
    return MAPPED + world;
  }

  private static Set<String> withParents(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    for (String name : names) {
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        all.add(name.substring(0, dot));
      }
    }
    all.remove("");
    return all;
  }

  /** Frameworks of the masks of {@link TableType}, bit 0 first. */
  List<String> frameworks() {
    return frameworks;
  }

  List<TablePackage> packages() {
    return packages;
  }

  /** Whether a type of the frameworks has an instance method of the name of an extension. */
  boolean isInstanceMethodOfFramework(String name) {
    return instanceMethods.getOrDefault("*", Set.of()).contains(name);
  }

  /** The same for the types of a package. */
  boolean isInstanceMethod(int packageIndex, String name) {
    return instanceMethods.getOrDefault(Integer.toString(packageIndex), Set.of()).contains(name);
  }

  /** All namespaces with types, and those around them. */
  Set<String> namespaces() {
    return namespaces;
  }

  /** All types of a namespace by {@link TableType#key}. */
  Map<String, List<TableType>> block(String namespace) {
    return namespaces.contains(namespace)
        ? blocks.computeIfAbsent(namespace, this::readBlock)
        : Map.of();
  }

  private Map<String, List<TableType>> readBlock(String namespace) {
    Map<String, List<TableType>> types =
        Optional.ofNullable(blockStarts.get(namespace))
            .map(start -> read(namespace, start))
            .orElseGet(HashMap::new);
    mapped
        .getOrDefault(namespace, List.of())
        .forEach(type -> types.computeIfAbsent(type.key(), k -> new ArrayList<>(1)).add(type));
    return types;
  }

  private Map<String, List<TableType>> read(String namespace, int start) {
    Map<String, List<TableType>> types = new HashMap<>();
    int at = start;
    while (at < text.length() && text.charAt(at) != '=') {
      int end = text.indexOf('\n', at);
      TableType type = type(namespace, text.substring(at, end));
      types.computeIfAbsent(type.key(), key -> new ArrayList<>(1)).add(type);
      at = end + 1;
    }
    return types;
  }

  private static TableType type(String namespace, String line) {
    String[] columns = line.split("\t", -1);
    int netCore = -1;
    int aspNetCore = -1;
    List<Integer> inProcess = new ArrayList<>(1);
    List<Integer> isolated = new ArrayList<>(1);
    for (String source : columns[2].split(" ")) {
      String rest = source.substring(1);
      switch (source.charAt(0)) {
        case 'n' -> netCore = Integer.parseInt(rest, 16);
        case 'a' -> aspNetCore = Integer.parseInt(rest, 16);
        case 'i' -> inProcess.add(Integer.parseInt(rest));
        default -> isolated.add(Integer.parseInt(rest));
      }
    }
    List<String> extensions =
        columns[3].isEmpty() ? List.of() : Arrays.asList(columns[3].split(","));
    return new TableType(
        namespace,
        columns[0].intern(),
        TypeShape.ofTable(columns[1].charAt(0)),
        netCore,
        aspNetCore,
        inProcess,
        isolated,
        extensions);
  }
}
