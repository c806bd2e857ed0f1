package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.git.DirectoryTree;
import dev.migrator.lab.DotnetLab;
import dev.migrator.model.CodeBase;
import dev.migrator.model.UserMaps;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.FileTree;
import dev.migrator.source.Position;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares what we say of every name with what the compiler says, on the sample apps and on what
 * {@code -Dnames.projects=A.csproj:B.csproj} names.
 */
class NameResolverOracleTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("repository.directory", "..")).toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Place(String file, int line, int column, String text) {}

  private final TypeTables tables = TypeTables.load();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> unresolved = new ArrayList<>();
  private int equal;
  private int extensionsEqual;
  private int extensionsUnknown;

  @Test
  void saysOfEveryNameWhatTheCompilerSays() throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    for (Path project : projects()) {
      compare(lab, project);
    }
    System.out.printf(
        Locale.ROOT,
        "names equal %d, unresolved %d, wrong %d; extensions equal %d, not told %d%n",
        equal,
        unresolved.size(),
        wrong.size(),
        extensionsEqual,
        extensionsUnknown);
    assertThat(wrong).isEmpty();
    assertThat(unresolved.size()).isLessThanOrEqualTo((equal + unresolved.size()) / 1000);
  }

  private static List<Path> projects() throws IOException {
    String named = System.getProperty("names.projects", "");
    List<Path> all = new ArrayList<>();
    for (String path : named.isEmpty() ? new String[0] : named.split(":")) {
      all.add(Path.of(path));
    }
    Path apps = REPOSITORY.resolve("testdata/apps");
    if (named.isEmpty() && Files.isDirectory(apps)) {
      try (Stream<Path> files = Files.walk(apps)) {
        files.filter(file -> file.toString().endsWith(".csproj")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  private void compare(DotnetLab lab, Path path) throws IOException {
    Path project = path.toRealPath();
    Path root = root(project);
    Path out = Files.createTempFile("symbols", ".jsonl");
    lab.fnlab(
        "symbols",
        path.toString(),
        "--root",
        root.toString(),
        "--ignore-missing-packages",
        "--property",
        lab.lift().substring("-p:".length()),
        "--out",
        out.toString());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      lines.add(JSON.readTree(line));
    }
    Files.delete(out);
    if (!lines.get(0).path("complete").asBoolean()) {
      System.out.println("names of " + path + ": the compiler could not be asked");
      return;
    }
    int[] before = {equal, unresolved.size(), wrong.size()};
    compare(lines, read(project, root));
    System.out.printf(
        Locale.ROOT,
        "%s: compiler errors %d, names equal %d, unresolved %d, wrong %d%n",
        root.relativize(project),
        lines.get(0).path("errors").asInt(),
        equal - before[0],
        unresolved.size() - before[1],
        wrong.size() - before[2]);
    unresolved.subList(before[1], unresolved.size()).forEach(System.out::println);
    wrong.subList(before[2], wrong.size()).forEach(System.out::println);
  }

  /** The folder of the solution, else of the project. */
  private static Path root(Path project) {
    String given = System.getProperty("names.root", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    Path folder = project.resolveSibling(".").normalize();
    for (Path at = folder; at != null; at = at.getParent()) {
      try (Stream<Path> files = Files.list(at)) {
        if (files.anyMatch(file -> file.toString().matches(".*\\.slnx?"))) {
          return at;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  /** As a run reads it, central versions, imports and libraries included. */
  private static CodeBase read(Path path, Path root) throws IOException {
    FileTree tree = DirectoryTree.of(root);
    Workspace workspace = Discovery.discover(tree, "");
    Project project =
        workspace
            .project(root.relativize(path).toString().replace('\\', '/'))
            .orElseThrow(() -> new IllegalArgumentException(path + " is no project of " + root));
    World world =
        project.references("Microsoft.Azure.Functions.Worker") ? World.ISOLATED : World.IN_PROCESS;
    return new AppReader(workspace, ParsedFiles.of(tree), world, file -> true, UserMaps.NONE)
        .read(project)
        .app()
        .code();
  }

  private void compare(List<JsonNode> lines, CodeBase code) {
    NameResolver resolver = code.names();
    Map<Place, NameReference> ours = new HashMap<>();
    Map<Place, Optional<TypeSymbol>> extensions = new HashMap<>();
    for (CSharpFile file : code.files()) {
      resolver.references(file).forEach(r -> ours.put(place(file, r.span().start(), r.text()), r));
      file.root()
          .descendants(Invocation.class)
          .filter(call -> call.target() instanceof MemberAccess)
          .forEach(
              call -> {
                int start = ((MemberAccess) call.target()).name().span().start();
                extensions.put(place(file, start, ""), resolver.extensionClass(call));
              });
    }
    Set<Place> seen = new HashSet<>();
    for (JsonNode line : lines) {
      if (line.has("kind")) {
        compareLine(line, ours, extensions, seen);
      }
    }
    ours.forEach(
        (place, reference) -> {
          if (!seen.contains(place) && reference.resolution() instanceof Resolution.Resolved) {
            wrong.add(
                "  WRONG "
                    + place
                    + " "
                    + reference.kind()
                    + " is no type: "
                    + reference.resolution());
          }
        });
    extensions.forEach(
        (place, type) -> {
          if (type.isPresent() && !seen.contains(place)) {
            wrong.add("  WRONG " + place + " is no extension: " + type.get().metadataName());
          }
        });
  }

  private static Place place(CSharpFile file, int offset, String text) {
    Position position = file.source().position(offset);
    return new Place(file.source().path(), position.line(), position.column(), text);
  }

  private void compareLine(
      JsonNode line,
      Map<Place, NameReference> ours,
      Map<Place, Optional<TypeSymbol>> extensions,
      Set<Place> seen) {
    boolean isExtension = line.get("kind").asText().equals("extension");
    if (line.get("kind").asText().equals("static-import")) {
      return;
    }
    Place place =
        new Place(
            line.get("file").asText(),
            line.get("line").asInt(),
            line.get("column").asInt(),
            isExtension ? "" : line.get("text").asText());
    seen.add(place);
    String type = line.get("type").asText();
    if (isExtension) {
      compareExtension(place, type, extensions.getOrDefault(place, Optional.empty()));
      return;
    }
    NameReference reference = ours.get(place);
    Optional<String> said =
        Optional.ofNullable(reference)
            .flatMap(r -> r.resolution().type())
            .map(TypeSymbol::metadataName);
    String kind = line.get("kind").asText();
    if (type.equals("unresolved") && !line.has("reason")) {
      return; // a package that the lab does not have
    }
    if (said.isPresent() && !said.get().equals(type)) {
      wrong.add("  WRONG " + place + " " + kind + " " + said.get() + ", not " + type);
    } else if (said.isPresent()) {
      equal++;
      String ourKind =
          reference == null
              ? ""
              : reference.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (!kind.equals(ourKind)) {
        System.out.println("  kind of " + place + " is " + kind + ", not " + ourKind);
      }
    } else if (isKnown(type, line)) {
      unresolved.add(
          "  unresolved "
              + place
              + " "
              + kind
              + " "
              + type
              + (reference == null ? " (not seen)" : " " + reference.resolution()));
    }
  }

  private void compareExtension(Place place, String type, Optional<TypeSymbol> said) {
    if (said.isEmpty()) {
      extensionsUnknown++;
      if (Boolean.getBoolean("names.extensions")) {
        System.out.println("  extension " + place + " of " + type);
      }
    } else if (said.get().is(type)) {
      extensionsEqual++;
    } else {
      wrong.add(
          "  WRONG " + place + " extension of " + said.get().metadataName() + ", not " + type);
    }
  }

  /** The project's own, or in the tables. */
  private boolean isKnown(String type, JsonNode line) {
    if (type.equals("unresolved")) {
      return false;
    }
    String namespace = type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
    String name = namespace.isEmpty() ? type : type.substring(namespace.length() + 1);
    return line.get("package").isNull()
        || tables.block(namespace).getOrDefault(TableType.keyOf(name), List.of()).stream()
            .anyMatch(row -> row.name().equals(name));
  }
}
