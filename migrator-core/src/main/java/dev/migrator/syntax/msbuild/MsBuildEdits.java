package dev.migrator.syntax.msbuild;

import dev.migrator.edit.Edit;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The edits that one rule makes in one MSBuild file. Nothing but what a method names changes; new
 * text takes indentation, quotes and line ends from the text around it. Values are given as they
 * mean and are escaped where XML asks for it.
 */
public final class MsBuildEdits {
  private final MsBuildFile file;
  private final SourceFile source;
  private final MsBuildLayout layout;
  private final String ruleId;

  private MsBuildEdits(MsBuildFile file, String ruleId) {
    this.file = file;
    this.source = file.source();
    this.layout = new MsBuildLayout(file);
    this.ruleId = ruleId;
  }

  public static MsBuildEdits in(MsBuildFile file, String ruleId) {
    return new MsBuildEdits(file, ruleId);
  }

  public Edit replaceValue(MsBuildProperty property, String value) {
    return replaceText(property.element(), value);
  }

  public Edit replaceValue(MsBuildMetadata metadata, String value) {
    MsBuildAttribute attribute = metadata.attribute();
    MsBuildElement element = metadata.element();
    if (attribute != null) {
      return replaceValue(attribute, value);
    }
    if (element == null) {
      throw new IllegalArgumentException("metadata without a place");
    }
    return replaceText(element, value);
  }

  public Edit replaceValue(MsBuildAttribute attribute, String value) {
    return replace(attribute.valueSpan(), XmlText.encodeAttribute(value, attribute.quote()));
  }

  /** Another name in {@code Sdk="..."}, with version behind a slash where it has one. */
  public Edit replaceValue(MsBuildSdk sdk, String nameAndVersion) {
    return replace(sdk.span(), XmlText.encodeAttribute(nameAndVersion, '"'));
  }

  /** {@code <X />} becomes {@code <X>value</X>}. */
  public Edit replaceText(MsBuildElement element, String value) {
    String text = XmlText.encodeText(value);
    Optional<Span> content = element.contentSpan();
    if (content.isPresent()) {
      return replace(content.get(), text);
    }
    String tag = element.startTagSpan().of(source.text());
    String open = tag.substring(0, tag.length() - 2).stripTrailing();
    return replace(element.span(), open + ">" + text + "</" + element.name() + ">");
  }

  private Span withBlanksBefore(Span span) {
    int start = span.start();
    while (start > 0 && Character.isWhitespace(source.text().charAt(start - 1))) {
      start--;
    }
    return new Span(start, span.end());
  }

  /** On the line behind the property. */
  public Edit insertPropertyAfter(MsBuildProperty anchor, String name, String value) {
    return insertAfter(anchor.element(), propertyText(name, value));
  }

  /** As the last property of the group. */
  public Edit addProperty(MsBuildPropertyGroup group, String name, String value) {
    return addChild(group.element(), propertyText(name, value));
  }

  /** A first group of the project, for a project that has none. */
  public Edit insertFirstPropertyGroup(MsBuildElement root, Map<String, String> properties) {
    int start = root.contentSpan().orElseThrow().start();
    boolean isSpaced = source.text().substring(start).matches("(?s)\\R[ \\t]*\\R.*");
    String outer = layout.indentUnit();
    StringBuilder text = new StringBuilder(isSpaced ? "\n\n" : "\n");
    text.append(outer).append("<PropertyGroup>\n");
    properties.forEach(
        (name, value) ->
            text.append(outer).append(outer).append(propertyText(name, value)).append('\n'));
    return insert(start, text.append(outer).append("</PropertyGroup>").toString());
  }

  private static String propertyText(String name, String value) {
    return "<" + name + ">" + XmlText.encodeText(value) + "</" + name + ">";
  }

  /** Elements as XML on lines of their own behind an element, indented as it is. */
  public Edit insertAfter(MsBuildElement anchor, String... elements) {
    if (!layout.ownsItsLines(anchor.span())) {
      return insert(anchor.span().end(), String.join("", elements));
    }
    String indentation = layout.indentation(anchor);
    return insertLines(
        layout.lineEnd(anchor.span().end()),
        List.of(elements).stream().map(element -> indentation + element + "\n").toList());
  }

  private Edit insertLines(int at, List<String> lines) {
    String text = String.join("", lines);
    boolean isBehindOpenLine = at > 0 && source.text().charAt(at - 1) != '\n';
    return insert(at, isBehindOpenLine ? "\n" + text.substring(0, text.length() - 1) : text);
  }

  /** As the last child of an element; {@code <X />} is opened for it. */
  public Edit addChild(MsBuildElement parent, String child) {
    if (!parent.children().isEmpty()) {
      return insertAfter(parent.children().get(parent.children().size() - 1), child);
    }
    String outer = layout.indentation(parent);
    String line = "\n" + outer + layout.indentUnit() + child;
    Optional<Span> content = parent.contentSpan();
    if (content.isEmpty()) {
      String tag = parent.startTagSpan().of(source.text());
      String open = tag.substring(0, tag.length() - 2).stripTrailing();
      return replace(parent.span(), open + ">" + line + "\n" + outer + "</" + parent.name() + ">");
    }
    boolean isOneLine = content.get().of(source.text()).indexOf('\n') < 0;
    return insert(content.get().start(), isOneLine ? line + "\n" + outer : line);
  }

  /** Several elements, as XML, in the place of one; nothing around it changes. */
  public Edit replaceElement(MsBuildElement element, String... replacements) {
    String separator =
        layout.ownsItsLines(element.span()) ? "\n" + layout.indentation(element) : "";
    return replace(element.span(), String.join(separator, replacements));
  }

  /** The start tag alone; what stands between the tags does not change. */
  public Edit replaceStartTag(MsBuildElement element, String tag) {
    return replace(element.startTagSpan(), tag);
  }

  /** Another name with the same value. */
  public Edit rename(MsBuildAttribute attribute, String name) {
    int start = attribute.span().start();
    return replace(new Span(start, start + attribute.name().length()), name);
  }

  /** Several items in the place of one, written as it is. */
  public Edit replaceItem(MsBuildItem item, List<NewItem> replacements) {
    ItemStyle style = ItemStyle.of(item, source, layout);
    return replaceElement(
        item.element(), replacements.stream().map(style::write).toArray(String[]::new));
  }

  /** Items on lines of their own behind another one, written as it is. */
  public Edit insertItemsAfter(MsBuildItem anchor, List<NewItem> items) {
    ItemStyle style = ItemStyle.of(anchor, source, layout);
    return insertAfter(anchor.element(), items.stream().map(style::write).toArray(String[]::new));
  }

  /** A group of items behind the last group of properties, or first where there is none. */
  public Edit insertItemGroup(MsBuildElement root, List<NewItem> items) {
    String unit = layout.indentUnit();
    ItemStyle style = new ItemStyle(unit + unit, unit, '"', " />", false);
    List<String> lines = new ArrayList<>(List.of("<ItemGroup>"));
    items.forEach(item -> lines.add(unit + style.write(item)));
    lines.add("</ItemGroup>");
    return root.children().stream()
        .filter(child -> child.isNamed("PropertyGroup"))
        .reduce((first, last) -> last)
        .map(anchor -> insertAfter(anchor, lines.toArray(String[]::new)))
        .orElseGet(
            () ->
                insert(
                    root.contentSpan().orElseThrow().start(),
                    "\n" + unit + String.join("\n" + unit, lines)));
  }

  /**
   * Removes an element with the lines and trailing comments that it has to itself, otherwise with
   * the blanks in front of it; what stands behind the first of a line is indented as that was.
   */
  public Edit remove(MsBuildElement element) {
    return Edit.delete(file.path(), removal(element.span()), ruleId);
  }

  private Span removal(Span span) {
    if (layout.ownsItsLines(span)) {
      return layout.lines(span);
    }
    Span withBlanks = withBlanksBefore(span);
    boolean isFirstOfItsLine = withBlanks.start() < source.lineStart(span.start());
    return isFirstOfItsLine ? span : withBlanks;
  }

  /**
   * Removes items or properties. A group that loses all of them goes too, with one blank line
   * beside it; one that holds a comment of its own stays.
   */
  public List<Edit> removeAll(List<MsBuildElement> elements) {
    Set<MsBuildElement> removed = new HashSet<>(elements);
    Set<MsBuildElement> groups =
        elements.stream().flatMap(e -> e.parent().stream()).collect(Collectors.toSet());
    Set<MsBuildElement> emptied =
        groups.stream().filter(g -> isEmptiedBy(g, removed)).collect(Collectors.toSet());
    List<Edit> edits = new ArrayList<>();
    elements.stream()
        .filter(e -> e.parent().filter(emptied::contains).isEmpty())
        .map(this::remove)
        .forEach(edits::add);
    emptied.stream().map(this::removeGroup).forEach(edits::add);
    return edits;
  }

  private boolean isEmptiedBy(MsBuildElement group, Set<MsBuildElement> removed) {
    boolean isGroup = group.isNamed("ItemGroup") || group.isNamed("PropertyGroup");
    Optional<Span> content = group.contentSpan();
    if (!isGroup || content.isEmpty() || !removed.containsAll(group.children())) {
      return false;
    }
    return file.comments().stream()
        .filter(content.get()::contains)
        .allMatch(c -> group.children().stream().anyMatch(e -> removal(e.span()).contains(c)));
  }

  private Edit removeGroup(MsBuildElement group) {
    Span removal = removal(group.span());
    int before = source.lineStart(Math.max(0, removal.start() - 1));
    boolean leavesTwoBlanks =
        layout.ownsItsLines(group.span())
            && layout.isBlankBefore(removal.start())
            && (layout.isBlankLine(removal.end()) || isEndOfParent(group));
    return Edit.delete(
        file.path(), leavesTwoBlanks ? new Span(before, removal.end()) : removal, ruleId);
  }

  private static boolean isEndOfParent(MsBuildElement element) {
    List<MsBuildElement> siblings =
        element.parent().map(MsBuildElement::children).orElse(List.of(element));
    return siblings.get(siblings.size() - 1).equals(element);
  }

  private Edit replace(Span span, String text) {
    return Edit.replace(file.path(), span, source.lineEnd().apply(text), ruleId);
  }

  private Edit insert(int at, String text) {
    return replace(Span.at(at), text);
  }
}
