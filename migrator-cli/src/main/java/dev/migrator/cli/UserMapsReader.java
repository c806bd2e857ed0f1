package dev.migrator.cli;

import dev.migrator.model.MappedAttribute;
import dev.migrator.model.UserMaps;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageMapping.Action;
import dev.migrator.model.project.PackageMapping.Replacement;
import dev.migrator.model.project.PackageVersions;
import dev.migrator.model.project.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads {@code maps} of migrator.yaml; an entry that is not understood is refused with its line.
 *
 * <pre>
 * maps:
 *   packages:
 *     Contoso.Feeds: Contoso.Functions.Worker.Feeds 2.1.0   # or a list of them, keep, remove
 *   types:
 *     Contoso.Feeds.FeedItem: Contoso.Functions.Worker.FeedItem   # or keep
 *   attributes:
 *     Contoso.Feeds.FeedTriggerAttribute:
 *       binding: feedTrigger
 *       input: Contoso.Functions.Worker.FeedTriggerAttribute
 *       arguments:
 *         FeedName: Name       # or drop
 * </pre>
 */
final class UserMapsReader {
  private static final String KEEP = "keep";

  private static final String REMOVE = "remove";
  private static final Pattern TYPE = Pattern.compile("[\\p{L}_][\\w.`+]*\\.[\\p{L}_][\\w`+]*");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_]\\w*");
  private static final Pattern PACKAGE = Pattern.compile("[\\w.-]+");

  private final YamlFile file;
  private final List<PackageMapping> packages = new ArrayList<>();
  private final Map<String, String> versions = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final List<MappedAttribute> attributes = new ArrayList<>();

  private UserMapsReader(YamlFile file) {
    this.file = file;
  }

  static UserMaps read(YamlFile file, Node maps) {
    UserMapsReader reader = new UserMapsReader(file);
    for (NodeTuple section : file.entries(maps, "`packages`, `types` or `attributes`")) {
      reader.section(section);
    }
    return new UserMaps(reader.packages, reader.versions, reader.types, reader.attributes);
  }

  private void section(NodeTuple section) {
    String name = file.key(section);
    List<NodeTuple> entries =
        file.entries(section.getValueNode(), "lines of the form `name: what becomes of it`");
    switch (name) {
      case "packages" -> entries.forEach(this::mapPackage);
      case "types" -> entries.forEach(this::mapType);
      case "attributes" -> entries.forEach(this::mapAttribute);
      default ->
          throw file.problem(
              section.getKeyNode(), "`" + name + "` is no map; take packages, types or attributes");
    }
  }

  private void mapPackage(NodeTuple entry) {
    String id = file.key(entry);
    if (!PACKAGE.matcher(id).matches()) {
      throw file.problem(entry.getKeyNode(), "`" + id + "` is no id of a package");
    }
    Node value = entry.getValueNode();
    if (value instanceof ScalarNode scalar && scalar.getValue().equals(KEEP)) {
      packages.add(mapping(id, Action.KEEP, List.of()));
    } else if (value instanceof ScalarNode scalar && scalar.getValue().equals(REMOVE)) {
      packages.add(mapping(id, Action.DELETE, List.of()));
    } else {
      packages.add(
          mapping(id, Action.REPLACE, file.items(value).stream().map(this::replacement).toList()));
    }
  }

  private static PackageMapping mapping(String id, Action action, List<Replacement> replacements) {
    return new PackageMapping(
        id, VersionRange.parse("*"), action, replacements, "migrator.yaml", "");
  }

  /** {@code Id 1.2.3}; the version may be left out of a package that the tool itself names. */
  private Replacement replacement(Node node) {
    String[] words = file.scalar(node).strip().split("\\s+");
    boolean isVersioned = words.length == 2 && NuGetVersion.parse(words[1]).isPresent();
    if (words.length > 2
        || words.length == 2 && !isVersioned
        || !PACKAGE.matcher(words[0]).matches()) {
      throw file.problem(
          node, "expected `Id 1.2.3`, a list of such, `" + KEEP + "` or `" + REMOVE + "`");
    }
    if (isVersioned) {
      versions.put(words[0], words[1]);
    } else if (PackageVersions.load().rows().stream()
        .noneMatch(row -> row.id().equalsIgnoreCase(words[0]))) {
      throw file.problem(node, "which version of " + words[0] + "? write `" + words[0] + " 1.2.3`");
    }
    return new Replacement(words[0], null);
  }

  private void mapType(NodeTuple entry) {
    String type = type(entry.getKeyNode());
    types.put(type, typeOrSame(type, entry.getValueNode()));
  }

  private String typeOrSame(String type, Node node) {
    return file.scalar(node).equals(KEEP) ? type : type(node);
  }

  /** The tables know types by their full names. */
  private String type(Node node) {
    String name = file.scalar(node);
    if (!TYPE.matcher(name).matches()) {
      throw file.problem(node, "`" + name + "` is no full name of a type, such as Namespace.Type");
    }
    return name;
  }

  private String attributeType(Node node) {
    String name = type(node);
    if (!name.endsWith("Attribute")) {
      throw file.problem(node, "write the full name of the class, `" + name + "Attribute`");
    }
    return name;
  }

  /** One value is for an attribute that is no binding. */
  private void mapAttribute(NodeTuple entry) {
    String type = attributeType(entry.getKeyNode());
    Node value = entry.getValueNode();
    if (value instanceof ScalarNode scalar) {
      types.put(type, scalar.getValue().equals(KEEP) ? type : attributeType(value));
      return;
    }
    Map<String, Node> parts = new TreeMap<>();
    for (NodeTuple part : file.entries(value, "`binding`, `input`, `output` or `arguments`")) {
      String name = file.key(part);
      if (!List.of("binding", "input", "output", "arguments").contains(name)) {
        throw file.problem(
            part.getKeyNode(),
            "`" + name + "` is unknown; take binding, input, output or arguments");
      }
      parts.put(name, part.getValueNode());
    }
    Optional<Node> binding = Optional.ofNullable(parts.get("binding"));
    Optional<String> input = Optional.ofNullable(parts.get("input")).map(this::attributeType);
    Optional<String> output = Optional.ofNullable(parts.get("output")).map(this::attributeType);
    if (binding.isEmpty()) {
      throw file.problem(entry.getKeyNode(), "which `binding`? write its type in function.json");
    }
    if (input.isEmpty() && output.isEmpty()) {
      throw file.problem(
          entry.getKeyNode(), "write the attribute of the worker as `input`, `output`, or both");
    }
    Map<String, String> arguments = new TreeMap<>();
    Optional.ofNullable(parts.get("arguments"))
        .map(node -> file.entries(node, "lines of the form `Name: NewName`"))
        .orElse(List.of())
        .forEach(
            argument -> arguments.put(name(argument.getKeyNode()), name(argument.getValueNode())));
    attributes.add(new MappedAttribute(type, name(binding.get()), input, output, arguments));
  }

  private String name(Node node) {
    String name = file.scalar(node);
    if (!NAME.matcher(name).matches()) {
      throw file.problem(node, "`" + name + "` is no name");
    }
    return name;
  }
}
