package dev.migrator.syntax.msbuild;

import java.util.List;
import java.util.Optional;

/** One {@code <ItemGroup>}. */
public record MsBuildItemGroup(MsBuildElement element) {
  public List<MsBuildItem> items() {
    return element.children().stream().map(MsBuildItem::new).toList();
  }

  public Optional<String> condition() {
    return element.condition();
  }
}
