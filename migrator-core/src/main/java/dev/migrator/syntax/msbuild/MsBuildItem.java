package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One item, {@code <PackageReference Include="X" Version="1.0.0" />}. */
public record MsBuildItem(MsBuildElement element) {
  /** Attributes that say what the item does; every other attribute is metadata. */
  private static final Set<String> RESERVED =
      Set.of(
          "Include",
          "Update",
          "Remove",
          "Exclude",
          "Condition",
          "Label",
          "KeepMetadata",
          "RemoveMetadata",
          "KeepDuplicates",
          "MatchOnMetadata",
          "MatchOnMetadataOptions");

  public String type() {
    return element.name();
  }

  public boolean isType(String type) {
    return element.isNamed(type);
  }

  public Optional<String> include() {
    return element.attributeValue("Include");
  }

  public Optional<String> update() {
    return element.attributeValue("Update");
  }

  public Optional<String> remove() {
    return element.attributeValue("Remove");
  }

  public Optional<String> exclude() {
    return element.attributeValue("Exclude");
  }

  /** What Include, Update or Remove says; empty text where none of them is there. */
  public String specification() {
    return include().or(this::update).or(this::remove).orElse("").strip();
  }

  /** The condition of the item itself, not of its group. */
  public Optional<String> condition() {
    return element.condition();
  }

  public Span span() {
    return element.span();
  }

  public List<MsBuildMetadata> metadata() {
    return Stream.concat(
            element.attributes().stream()
                .filter(attribute -> !RESERVED.contains(attribute.name()))
                .map(MsBuildMetadata::of),
            element.children().stream().map(MsBuildMetadata::of))
        .toList();
  }

  public Optional<MsBuildMetadata> metadata(String name) {
    return metadata().stream().filter(m -> m.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The group around the item. */
  public Optional<MsBuildItemGroup> group() {
    return element.parent().map(MsBuildItemGroup::new);
  }
}
