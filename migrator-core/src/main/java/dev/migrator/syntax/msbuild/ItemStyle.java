package dev.migrator.syntax.msbuild;

import dev.migrator.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the items of a group are written.
 *
 * @param indentation of the item
 * @param unit what one level of nesting adds
 * @param quote around attribute values
 * @param close {@code " />"} or {@code "/>"}
 * @param hasMetadataElements whether metadata stands in child elements
 */
record ItemStyle(
    String indentation, String unit, char quote, String close, boolean hasMetadataElements) {

  /** The style of an item; what it does not show comes from its neighbours. */
  static ItemStyle of(MsBuildItem item, SourceFile source, MsBuildLayout layout) {
    List<MsBuildItem> neighbours =
        Stream.concat(
                Stream.of(item), item.group().stream().flatMap(group -> group.items().stream()))
            .toList();
    return new ItemStyle(
        source.indentation(item.span().start()),
        layout.indentUnit(),
        item.element().attributes().stream().findFirst().map(MsBuildAttribute::quote).orElse('"'),
        close(neighbours, source),
        hasMetadataElements(neighbours, item.type()));
  }

  private static String close(List<MsBuildItem> items, SourceFile source) {
    return items.stream()
        .map(item -> item.element().startTagSpan().of(source.text()))
        .filter(tag -> tag.endsWith("/>"))
        .findFirst()
        .map(tag -> Character.isWhitespace(tag.charAt(tag.length() - 3)) ? " />" : "/>")
        .orElse(" />");
  }

  private static boolean hasMetadataElements(List<MsBuildItem> items, String type) {
    Optional<MsBuildMetadata> version =
        items.stream()
            .filter(item -> item.isType(type))
            .flatMap(item -> item.metadata("Version").stream())
            .findFirst();
    return version.isPresent() && !version.get().isAttribute();
  }

  /** The item from its first character to its last, inner lines ended by {@code \n}. */
  String write(NewItem item) {
    StringBuilder text = new StringBuilder("<").append(item.type());
    attribute(text, item.operation(), item.specification());
    item.metadata().stream()
        .filter(entry -> !isElement(entry))
        .forEach(entry -> attribute(text, entry.name(), entry.value()));
    List<NewItem.Entry> elements = item.metadata().stream().filter(this::isElement).toList();
    if (elements.isEmpty()) {
      return text.append(close).toString();
    }
    text.append('>');
    for (NewItem.Entry entry : elements) {
      text.append('\n').append(indentation).append(unit).append('<').append(entry.name());
      text.append('>').append(XmlText.encodeText(entry.value()));
      text.append("</").append(entry.name()).append('>');
    }
    return text.append('\n')
        .append(indentation)
        .append("</")
        .append(item.type())
        .append('>')
        .toString();
  }

  private boolean isElement(NewItem.Entry entry) {
    return hasMetadataElements && !entry.name().equals("Condition");
  }

  private void attribute(StringBuilder text, String name, String value) {
    text.append(' ').append(name).append('=').append(quote);
    text.append(XmlText.encodeAttribute(value, quote)).append(quote);
  }
}
