package dev.migrator.syntax.msbuild;

import dev.migrator.grammar.MsBuildLexer;
import dev.migrator.grammar.MsBuildParser;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import dev.migrator.syntax.TextError;
import dev.migrator.syntax.msbuild.MsBuildSdk.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * One MSBuild file (or other XML), parsed without loss. A file with {@link #errors} shows what can
 * be read of it and must not be edited. What stands in a {@code <Target>} runs during the build and
 * is left out of properties and items.
 */
public final class MsBuildFile {
  private static final Set<Integer> OPENING = Set.of(MsBuildLexer.OPEN);
  private static final Set<Integer> CLOSING =
      Set.of(MsBuildLexer.OPEN_END, MsBuildLexer.SELF_CLOSE);

  private static final Set<String> CHILDREN =
      Set.of(
          "Choose",
          "Import",
          "ImportGroup",
          "ItemDefinitionGroup",
          "ItemGroup",
          "ProjectExtensions",
          "PropertyGroup",
          "Sdk",
          "Target",
          "UsingTask");

  private final SourceFile source;
  private final @Nullable MsBuildElement root;
  private final List<TextError> errors;
  private final List<Span> tokenSpans;
  private final List<Span> comments;

  private MsBuildFile(
      SourceFile source,
      LosslessTokens tokens,
      @Nullable MsBuildElement root,
      List<TextError> errors) {
    this.source = source;
    this.root = root;
    this.errors = errors;
    this.tokenSpans = tokens.all().stream().map(tokens::span).toList();
    this.comments = spansOf(tokens, MsBuildLexer.COMMENT);
  }

  private static List<Span> spansOf(LosslessTokens tokens, int type) {
    return tokens.all().stream().filter(t -> t.getType() == type).map(tokens::span).toList();
  }

  /** Never throws on bad text. */
  public static MsBuildFile parse(SourceFile source) {
    LosslessTokens tokens =
        LosslessTokens.of(new MsBuildLexer(CharStreams.fromString(source.text())));
    if (tokens.depth(OPENING, CLOSING) > LosslessTokens.DEEPEST) {
      TextError error = TextError.at(source, Span.at(0), "elements are nested too deep to be read");
      return new MsBuildFile(source, tokens, null, List.of(error));
    }
    MsBuildElement root = root(tokens);
    List<TextError> errors =
        WellFormedness.firstError(source, tokens).or(() -> unknownChild(source, root)).stream()
            .toList();
    return new MsBuildFile(source, tokens, root, errors);
  }

  /** MSBuild refuses any other element in a project (MSB4067). */
  private static Optional<TextError> unknownChild(
      SourceFile source, @Nullable MsBuildElement root) {
    if (root == null || !root.name().equals("Project")) {
      return Optional.empty();
    }
    return root.children().stream()
        .filter(child -> !CHILDREN.contains(child.name()))
        .findFirst()
        .map(
            child ->
                TextError.at(
                    source,
                    child.span(),
                    "MSBuild knows no <" + child.name() + "> in a project (MSB4067)"));
  }

  private static @Nullable MsBuildElement root(LosslessTokens tokens) {
    if (tokens.all().stream().noneMatch(t -> t.getType() == MsBuildLexer.OPEN)) {
      return null;
    }
    MsBuildParser parser = new MsBuildParser(tokens.stream());
    parser.removeErrorListeners();
    MsBuildParser.ElementContext element = parser.document().element();
    if (element == null || element.getStart().getType() == Token.EOF) {
      return null;
    }
    return new MsBuildElement(new ElementReader(element, tokens), null);
  }

  public SourceFile source() {
    return source;
  }

  public String path() {
    return source.path();
  }

  /** Empty only for a file that is broken from its start. */
  public Optional<MsBuildElement> root() {
    return Optional.ofNullable(root);
  }

  /** Empty for a file that may be edited; otherwise the first place that is wrong. */
  public List<TextError> errors() {
    return errors;
  }

  /** Places of all comments, in source order. */
  public List<Span> comments() {
    return comments;
  }

  List<Span> tokenSpans() {
    return tokenSpans;
  }

  /** SDKs by attribute, element and import, in this order; empty for an old-style project. */
  public List<MsBuildSdk> sdks() {
    if (root == null) {
      return List.of();
    }
    List<MsBuildSdk> sdks = new ArrayList<>();
    root.attribute("Sdk")
        .ifPresent(a -> sdks.addAll(sdksOf(a, Form.PROJECT_ATTRIBUTE, root, Optional.empty())));
    for (MsBuildElement child : root.children()) {
      Form form = child.isNamed("Sdk") ? Form.ELEMENT : Form.IMPORT;
      String attribute = form == Form.ELEMENT ? "Name" : "Sdk";
      if (form == Form.ELEMENT || child.isNamed("Import")) {
        child
            .attribute(attribute)
            .ifPresent(a -> sdks.addAll(sdksOf(a, form, child, child.attributeValue("Version"))));
      }
    }
    return List.copyOf(sdks);
  }

  /** {@code "A;B/1.0"} names two. */
  private static List<MsBuildSdk> sdksOf(
      MsBuildAttribute attribute, Form form, MsBuildElement element, Optional<String> version) {
    List<MsBuildSdk> sdks = new ArrayList<>();
    int start = attribute.valueSpan().start();
    for (String entry : attribute.value().split(";", -1)) {
      String named = entry.strip();
      if (!named.isEmpty()) {
        int at = start + entry.indexOf(named);
        int slash = named.indexOf('/');
        sdks.add(
            new MsBuildSdk(
                slash < 0 ? named : named.substring(0, slash),
                slash < 0 ? version : Optional.of(named.substring(slash + 1)),
                new Span(at, at + named.length()),
                form,
                element));
      }
      start += entry.length() + 1;
    }
    return sdks;
  }

  public List<MsBuildPropertyGroup> propertyGroups() {
    return groups("PropertyGroup").map(MsBuildPropertyGroup::new).toList();
  }

  public List<MsBuildItemGroup> itemGroups() {
    return groups("ItemGroup").map(MsBuildItemGroup::new).toList();
  }

  private Stream<MsBuildElement> groups(String name) {
    return root().stream()
        .flatMap(MsBuildElement::selfAndDescendants)
        .filter(e -> e.name().equals(name) && !e.isInside("Target"));
  }

  public List<MsBuildProperty> properties() {
    return propertyGroups().stream().flatMap(group -> group.properties().stream()).toList();
  }

  /** Every place that sets the property, in source order. */
  public List<MsBuildProperty> properties(String name) {
    return properties().stream().filter(property -> property.isNamed(name)).toList();
  }

  public List<MsBuildItem> items() {
    return itemGroups().stream().flatMap(group -> group.items().stream()).toList();
  }

  public List<MsBuildItem> items(String type) {
    return items().stream().filter(item -> item.isType(type)).toList();
  }
}
