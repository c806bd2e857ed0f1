package dev.migrator.pipeline;

import dev.migrator.model.MappedAttribute;
import dev.migrator.model.UserMaps;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageMapping.Action;
import dev.migrator.model.project.PackageMapping.Replacement;
import dev.migrator.model.project.VersionRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The section {@code maps} of a case: entries of migrator.yaml, one a line. Core reads no YAML.
 *
 * <pre>
 * package Contoso.Feeds = Contoso.Worker.Feeds 2.1.0
 * package Contoso.Feeds = keep
 * type Contoso.Feeds.Item = Contoso.Worker.Item
 * attribute Contoso.Feeds.FeedAttribute = feed in:X.FeedInputAttribute out:X.FeedOutputAttribute Old:New
 * </pre>
 */
final class CaseMaps {
  private final List<PackageMapping> packages = new ArrayList<>();
  private final Map<String, String> versions = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final List<MappedAttribute> attributes = new ArrayList<>();

  private CaseMaps() {}

  static UserMaps of(List<String> lines) {
    CaseMaps maps = new CaseMaps();
    lines.forEach(line -> maps.add(List.of(line.split("[ =]+"))));
    return new UserMaps(maps.packages, maps.versions, maps.types, maps.attributes);
  }

  private void add(List<String> words) {
    switch (words.get(0)) {
      case "package" -> mapPackage(words.get(1), words.get(2), words.get(words.size() - 1));
      case "type" -> types.put(words.get(1), words.get(2));
      case "attribute" -> attribute(words);
      default -> throw new IllegalArgumentException(words.toString());
    }
  }

  private void mapPackage(String id, String target, String version) {
    boolean isKept = target.equals("keep");
    packages.add(
        new PackageMapping(
            id,
            VersionRange.parse("*"),
            isKept ? Action.KEEP : Action.REPLACE,
            isKept ? List.of() : List.of(new Replacement(target, null)),
            "migrator.yaml",
            ""));
    versions.put(target, version);
  }

  private void attribute(List<String> words) {
    Map<String, String> parts = new TreeMap<>();
    words.subList(3, words.size()).stream()
        .map(word -> word.split(":"))
        .forEach(pair -> parts.put(pair[0], Arrays.asList(pair).get(1)));
    Optional<String> input = Optional.ofNullable(parts.remove("in"));
    Optional<String> output = Optional.ofNullable(parts.remove("out"));
    attributes.add(new MappedAttribute(words.get(1), words.get(2), input, output, parts));
  }
}
