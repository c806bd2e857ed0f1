package dev.migrator.syntax.msbuild;

import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One element with its place in the file. */
public final class MsBuildElement {
  private final String name;
  private final Span span;
  private final Span startTagSpan;
  private final @Nullable Span contentSpan;
  private final String text;
  private final List<MsBuildAttribute> attributes;
  private final List<MsBuildElement> children;
  private final @Nullable MsBuildElement parent;

  MsBuildElement(ElementReader reader, @Nullable MsBuildElement parent) {
    this.name = reader.name();
    this.span = reader.span();
    this.startTagSpan = reader.startTagSpan();
    this.contentSpan = reader.contentSpan();
    this.text = reader.text();
    this.attributes = reader.attributes();
    this.parent = parent;
    List<MsBuildElement> read = new ArrayList<>();
    reader.children().forEach(child -> read.add(new MsBuildElement(child, this)));
    this.children = List.copyOf(read);
  }

  public String name() {
    return name;
  }

  /** MSBuild takes the names of properties, items and metadata without regard to case. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** From {@code <} of the start tag to {@code >} of the end tag. */
  public Span span() {
    return span;
  }

  public Span startTagSpan() {
    return startTagSpan;
  }

  /** What stands between the tags; empty for {@code <X />}. */
  public Optional<Span> contentSpan() {
    return Optional.ofNullable(contentSpan);
  }

  /** Text that stands in this element itself, references and CDATA resolved, not trimmed. */
  public String text() {
    return text;
  }

  public List<MsBuildAttribute> attributes() {
    return attributes;
  }

  public Optional<MsBuildAttribute> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  public Optional<String> attributeValue(String attributeName) {
    return attribute(attributeName).map(MsBuildAttribute::value);
  }

  public Optional<String> condition() {
    return attributeValue("Condition");
  }

  public List<MsBuildElement> children() {
    return children;
  }

  public Stream<MsBuildElement> children(String childName) {
    return children.stream().filter(child -> child.isNamed(childName));
  }

  public Optional<MsBuildElement> parent() {
    return Optional.ofNullable(parent);
  }

  /** This element and all below it, in source order. */
  public Stream<MsBuildElement> selfAndDescendants() {
    return Stream.concat(
        Stream.of(this), children.stream().flatMap(MsBuildElement::selfAndDescendants));
  }

  boolean isInside(String ancestorName) {
    for (MsBuildElement e = parent; e != null; e = e.parent) {
      if (e.isNamed(ancestorName)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "<" + name + "> " + span;
  }
}
