package dev.migrator.model.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Makes the text of the resource {@code types.txt} from the tables and the packages of the lab. */
final class TypeTableText {
  private static final List<String> FRAMEWORKS =
      List.of("netcoreapp3.1", "net6.0", "net8.0", "net9.0");
  private static final Pattern GROUP =
      Pattern.compile(
          "<group targetFramework=\"([^\"]*)\"\\s*(?:/>|>(.*?)</group>)", Pattern.DOTALL);
  private static final Pattern DEPENDENCY = Pattern.compile("<dependency\\s[^>]*?id=\"([^\"]*)\"");

  private final Map<String, Integer> packageIndexes = new TreeMap<>();
  private final Map<String, Map<String, Row>> namespaces = new TreeMap<>();

  private TypeTableText() {}

  /** A type under construction. */
  private static final class Row {
    private char shape;
    private final Set<String> sources = new TreeSet<>(TypeTableText::compareSources);
    private final Set<String> extensions = new TreeSet<>();
  }

  private static int compareSources(String one, String other) {
    int byKind = "naiw".indexOf(one.charAt(0)) - "naiw".indexOf(other.charAt(0));
    return byKind != 0 ? byKind : index(one) - index(other);
  }

  private static int index(String source) {
    return Integer.parseInt(source.substring(1), 16);
  }

  /**
   * The text; without targeting packs the lines that begin with {@code instance} are left out.
   *
   * @param packs folder of the targeting packs
   */
  static String of(Path shared, Optional<Path> packs) throws IOException {
    TypeTableText table = new TypeTableText();
    StringBuilder text = new StringBuilder("frameworks " + String.join(" ", FRAMEWORKS) + "\n");
    List<String> thirdParty = thirdParty();
    text.append(table.packageLines(shared.resolve("dotnet"), thirdParty));
    List<String> types = thirdParty.subList(1, thirdParty.size());
    table.addLines("inprocess", types.stream().filter(line -> !isOfWorker(line)).toList());
    table.addLines("isolated", types.stream().filter(TypeTableText::isOfWorker).toList());
    for (String name : List.of("framework", "inprocess", "isolated")) {
      table.add(name, Files.readAllLines(shared.resolve("data/types-" + name + ".tsv")));
    }
    if (packs.isPresent()) {
      text.append(table.instanceLines(shared.resolve("dotnet/feed"), packs.get()));
    }
    table.namespaces.forEach(
        (namespace, rows) -> {
          text.append('=').append(namespace).append('\n');
          rows.forEach(
              (type, row) ->
                  text.append(type)
                      .append('\t')
                      .append(row.shape)
                      .append('\t')
                      .append(String.join(" ", row.sources))
                      .append('\t')
                      .append(String.join(",", row.extensions))
                      .append('\n'));
        });
    return text.toString();
  }

  /** Names of extension methods that are instance methods of a framework or package as well. */
  private String instanceLines(Path feed, Path packs) throws IOException {
    Set<String> extensions =
        namespaces.values().stream()
            .flatMap(types -> types.values().stream())
            .flatMap(row -> row.extensions.stream())
            .collect(Collectors.toSet());
    Map<Integer, String> lines = new TreeMap<>();
    Set<String> framework = new TreeSet<>();
    for (String pack : List.of("Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref")) {
      try (Stream<Path> files = Files.walk(packs.resolve(pack))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".dll")).toList()) {
          framework.addAll(AssemblyMethods.of(Files.readAllBytes(file)));
        }
      }
    }
    framework.retainAll(extensions);
    lines.put(-1, "instance * " + String.join(" ", framework) + "\n");
    try (Stream<Path> files = Files.list(feed)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".nupkg")).toList()) {
        addInstanceLine(file, extensions, lines);
      }
    }
    return String.join("", lines.values());
  }

  private void addInstanceLine(Path file, Set<String> extensions, Map<Integer, String> lines)
      throws IOException {
    String xml = specification(file);
    String key = element(xml, "id").toLowerCase(Locale.ROOT) + " " + element(xml, "version");
    Set<String> names = new TreeSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        if (entry.getName().matches("(lib|ref)/.*\\.dll")) {
          try (InputStream in = zip.getInputStream(entry)) {
            names.addAll(AssemblyMethods.of(in.readAllBytes()));
          }
        }
      }
    }
    names.retainAll(extensions);
    Integer index = packageIndexes.get(key);
    if (!names.isEmpty() && index != null) {
      lines.put(index, "instance " + index + " " + String.join(" ", names) + "\n");
    }
  }

  /** Types of packages that the team's tables leave out, with a source for each. */
  private static List<String> thirdParty() throws IOException {
    try (InputStream in = TypeTableText.class.getResourceAsStream("types-third-party.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private String packageLines(Path dotnet, List<String> thirdParty) throws IOException {
    Set<String> facades =
        Files.readAllLines(dotnet.resolve("facades.txt")).stream()
            .map(line -> line.split("[\\s/]")[0].toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, String> lines = new TreeMap<>();
    try (Stream<Path> feed = Files.list(dotnet.resolve("feed"))) {
      feed.filter(file -> file.toString().endsWith(".nupkg"))
          .forEach(file -> addPackage(specification(file), facades, lines));
    }
    Map<String, String> more = new TreeMap<>();
    for (String line : thirdParty.subList(1, thirdParty.size())) {
      String[] columns = line.split("\t", -1);
      more.put(
          columns[3].toLowerCase(Locale.ROOT) + " " + columns[5],
          "p "
              + columns[3]
              + " "
              + columns[5]
              + (" + " + thirdPartyDependencies(columns)).stripTrailing()
              + "\n");
    }
    more.keySet().removeAll(lines.keySet());
    int index = 0;
    for (Map<String, String> packages : List.of(lines, more)) {
      for (String key : packages.keySet()) {
        packageIndexes.put(key, index++);
      }
    }
    return String.join("", lines.values()) + String.join("", more.values());
  }

  /** What the line names behind its source, or what every package of its model needs. */
  private static String thirdPartyDependencies(String[] columns) {
    if (columns.length > 7) {
      return columns[7].equals("-") ? "" : columns[7];
    }
    return isOfWorker(String.join("\t", columns))
        ? "microsoft.azure.functions.worker.extensions.abstractions"
        : "microsoft.azure.webjobs";
  }

  private static void addPackage(String xml, Set<String> facades, Map<String, String> lines) {
    String id = element(xml, "id");
    String version = element(xml, "version");
    String mark = facades.contains(id.toLowerCase(Locale.ROOT)) ? "-" : "+";
    List<String> words = new ArrayList<>(List.of("p", id, version, mark));
    words.addAll(dependencies(xml));
    lines.put(id.toLowerCase(Locale.ROOT) + " " + version, String.join(" ", words) + "\n");
  }

  /** Ids of the best group that is not for the .NET Framework. */
  private static Set<String> dependencies(String xml) {
    String best = "";
    String body = "";
    Matcher group = GROUP.matcher(xml);
    boolean found = false;
    while (group.find()) {
      found = true;
      String rank = rank(group.group(1).toLowerCase(Locale.ROOT));
      if (rank.compareTo(best) > 0) {
        best = rank;
        body = group.group(2) == null ? "" : group.group(2);
      }
    }
    Set<String> ids = new TreeSet<>();
    DEPENDENCY
        .matcher(found ? body : xml)
        .results()
        .forEach(match -> ids.add(match.group(1).toLowerCase(Locale.ROOT)));
    return ids;
  }

  private static String rank(String framework) {
    String bare = framework.replaceFirst("^\\.", "");
    if (bare.matches("net\\d\\d?\\.0.*")) {
      return "3 " + "%04d".formatted(Integer.parseInt(bare.replaceAll("^net(\\d+).*", "$1")));
    }
    return (bare.startsWith("netcoreapp") ? "2 " : bare.startsWith("netstandard") ? "1 " : "0 ")
        + bare;
  }

  private static String element(String xml, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(xml);
    if (!matcher.find()) {
      throw new IllegalStateException("no <" + name + "> in " + xml);
    }
    return matcher.group(1);
  }

  private static String specification(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      var entry =
          zip.stream()
              .filter(e -> e.getName().endsWith(".nuspec") && e.getName().indexOf('/') < 0)
              .findFirst()
              .orElseThrow();
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfWorker(String line) {
    return line.split("\t", -1)[3].matches("(Microsoft\\.Azure\\.)?Functions\\.Worker\\..*");
  }

  private void add(String table, List<String> lines) {
    addLines(table, lines.subList(1, lines.size()));
  }

  private void addLines(String table, List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      Map<String, Row> types = namespaces.computeIfAbsent(columns[0], key -> new TreeMap<>());
      Row row = types.computeIfAbsent(columns[1], key -> new Row());
      if (row.sources.isEmpty()) {
        row.shape = shape(columns[2]);
      }
      row.sources.add(source(table, columns));
      if (!columns[4].isEmpty()) {
        row.extensions.addAll(List.of(columns[4].split(",")));
      }
    }
  }

  private String source(String table, String[] columns) {
    if (table.equals("framework")) {
      int mask = 0;
      List<String> older = List.of(columns[6].split(","));
      for (int i = 0; i < FRAMEWORKS.size(); i++) {
        mask |= older.contains(FRAMEWORKS.get(i)) ? 1 << i : 0;
      }
      return (columns[3].equals("Microsoft.NETCore.App") ? "n" : "a") + Integer.toHexString(mask);
    }
    Integer index = packageIndexes.get(columns[3].toLowerCase(Locale.ROOT) + " " + columns[5]);
    if (index == null) {
      throw new IllegalStateException("not in the feed: " + columns[3] + " " + columns[5]);
    }
    return (table.equals("inprocess") ? "i" : "w") + index;
  }

  private static char shape(String kind) {
    return switch (kind) {
      case "static" -> 's';
      case "attribute" -> 'a';
      case "struct" -> 'v';
      case "interface" -> 'i';
      case "enum" -> 'e';
      case "delegate" -> 'd';
      default -> 'c';
    };
  }
}
