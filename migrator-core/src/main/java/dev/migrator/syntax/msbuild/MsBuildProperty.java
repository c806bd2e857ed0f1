package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;
import java.util.Optional;

/** One property, {@code <OutputType>Exe</OutputType>}. */
public record MsBuildProperty(MsBuildElement element) {
  public String name() {
    return element.name();
  }

  public boolean isNamed(String name) {
    return element.isNamed(name);
  }

  /** As written, references resolved, without blanks around it. */
  public String value() {
    return element.text().strip();
  }

  public Span span() {
    return element.span();
  }

  /** Between the tags; empty for {@code <X />}. */
  public Optional<Span> valueSpan() {
    return element.contentSpan();
  }

  /** The condition of the property itself, not of its group. */
  public Optional<String> condition() {
    return element.condition();
  }
}
