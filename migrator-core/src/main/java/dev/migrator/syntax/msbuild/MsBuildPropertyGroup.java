package dev.migrator.syntax.msbuild;

import java.util.List;
import java.util.Optional;

/** One {@code <PropertyGroup>}. */
public record MsBuildPropertyGroup(MsBuildElement element) {
  public List<MsBuildProperty> properties() {
    return element.children().stream().map(MsBuildProperty::new).toList();
  }

  public Optional<String> condition() {
    return element.condition();
  }
}
