package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metadata of an item, as an attribute or as a child element: one of the two is there. */
public record MsBuildMetadata(
    @Nullable MsBuildAttribute attribute, @Nullable MsBuildElement element) {

  static MsBuildMetadata of(MsBuildAttribute attribute) {
    return new MsBuildMetadata(attribute, null);
  }

  static MsBuildMetadata of(MsBuildElement element) {
    return new MsBuildMetadata(null, element);
  }

  public String name() {
    return attribute != null ? attribute.name() : element == null ? "" : element.name();
  }

  public String value() {
    return attribute != null ? attribute.value() : element == null ? "" : element.text().strip();
  }

  public boolean isAttribute() {
    return attribute != null;
  }

  /** The value between the quotes or tags; empty for {@code <X />}. */
  public Optional<Span> valueSpan() {
    return attribute != null
        ? Optional.of(attribute.valueSpan())
        : Optional.ofNullable(element).flatMap(MsBuildElement::contentSpan);
  }
}
