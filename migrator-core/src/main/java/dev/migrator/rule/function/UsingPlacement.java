package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.names.UsingEdit;
import dev.migrator.model.names.UsingEdit.Replacement;
import dev.migrator.rule.Removal;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the directives of a file go: a new one takes the place of one that goes, so that the diff
 * is one line; the rest are deleted or come where directives are sorted, else behind the last one.
 */
final class UsingPlacement {
  /** Where places are few, what comes for the in-process model has them. */
  private static final Comparator<String> WORKER_FIRST =
      Comparator.comparing(namespace -> !namespace.startsWith(GlobalDirectives.WORKER));

  private final CSharpFile file;
  private final String ruleId;
  private final List<Replacement> replaced = new ArrayList<>();
  private final List<UsingDirective> removed = new ArrayList<>();
  private final List<String> inserted;
  private final boolean opensWorker;

  private UsingPlacement(
      CSharpFile file, Collection<String> wanted, boolean opensWorker, String ruleId) {
    this.file = file;
    this.ruleId = ruleId;
    this.inserted = new ArrayList<>(wanted);
    this.opensWorker = opensWorker;
  }

  /**
   * Places for the directives of a file.
   *
   * @param opensWorker whether a global directive of the in-process model becomes one of the worker
   */
  static UsingPlacement of(
      CSharpFile file,
      List<UsingDirective> gone,
      Collection<String> wanted,
      boolean opensWorker,
      String ruleId) {
    UsingPlacement placement = new UsingPlacement(file, wanted, opensWorker, ruleId);
    placement.place(gone);
    return placement;
  }

  private void place(List<UsingDirective> gone) {
    List<UsingDirective> places = gone.stream().filter(this::canBeReplaced).toList();
    List<String> placed =
        inserted.stream().sorted(preference(places)).limit(places.size()).sorted().toList();
    inserted.removeAll(placed);
    int next = 0;
    for (UsingDirective directive : gone) {
      if (opensWorker && isGlobalInProcess(directive)) {
        replaced.add(new Replacement(directive, GlobalDirectives.WORKER));
      } else if (places.contains(directive) && next < placed.size()) {
        replaced.add(new Replacement(directive, placed.get(next)));
        next++;
      } else {
        removed.add(directive);
      }
    }
  }

  /** Nothing can be added before the first line of a file: its place is for the first by name. */
  private Comparator<String> preference(List<UsingDirective> places) {
    return places.stream().anyMatch(place -> file.source().lineStart(place.span().start()) == 0)
        ? Comparator.naturalOrder()
        : WORKER_FIRST;
  }

  private boolean canBeReplaced(UsingDirective gone) {
    return gone.opensNamespace() && !gone.isGlobal() && coversFile(gone, file);
  }

  private static boolean isGlobalInProcess(UsingDirective gone) {
    return gone.isGlobal()
        && gone.opensNamespace()
        && gone.name().dottedName().equals(GlobalDirectives.IN_PROCESS);
  }

  /** Whether the directive is seen by every type of the file. */
  static boolean coversFile(UsingDirective using, CSharpFile file) {
    Span seen = using.parent().orElseThrow().span();
    return file.root().usings().contains(using)
        || file.types().allMatch(type -> seen.contains(type.span()));
  }

  /** The same as a change that is only thought of. */
  UsingEdit edit() {
    return new UsingEdit(removed, inserted, replaced);
  }

  /**
   * The edits, with aliases beside what the file opens now.
   *
   * @param aliases {@code Name = N.Name}
   */
  List<Edit> edits(List<String> aliases) {
    List<Edit> edits = new ArrayList<>();
    for (Replacement one : replaced) {
      Span name = one.directive().name().span();
      edits.add(Edit.replace(file.source().path(), name, one.namespace(), ruleId));
    }
    removed.forEach(using -> edits.add(Removal.ofLines(using, ruleId)));
    Optional<NamespaceDeclaration> inside =
        replaced.stream()
            .flatMap(one -> one.directive().ancestor(NamespaceDeclaration.class).stream())
            .findFirst();
    if (inside.isPresent() && !aliases.isEmpty()) {
      edits.add(insertedIn(inside.get(), aliases));
    }
    List<String> atTop = inside.isPresent() ? List.of() : aliases;
    if (!inserted.isEmpty() || !atTop.isEmpty()) {
      edits.addAll(inserted(inserted, atTop));
    }
    return edits;
  }

  /** Behind the last directive of a namespace: one level further out, it would come too late. */
  private Edit insertedIn(NamespaceDeclaration namespace, List<String> aliases) {
    SourceFile source = file.source();
    UsingDirective last = namespace.usings().get(namespace.usings().size() - 1);
    String indentation = source.indentation(last.span().start());
    StringBuilder text = new StringBuilder();
    aliases.forEach(
        alias ->
            text.append(indentation)
                .append("using ")
                .append(alias)
                .append(';')
                .append(source.lineEnd().text()));
    int below = source.nextLineStart(last.span().end());
    return Edit.insert(source.path(), below, text.toString(), ruleId);
  }

  /** Each where its neighbours are sorted, aliases and the rest behind the last directive. */
  private List<Edit> inserted(List<String> namespaces, List<String> aliases) {
    SourceFile source = file.source();
    String lineEnd = source.lineEnd().text();
    List<UsingDirective> usings =
        file.root().usings().stream().filter(UsingDirective::opensNamespace).toList();
    int behind = usings.isEmpty() ? firstCode() : below(usings.get(usings.size() - 1));
    SortedMap<Integer, StringBuilder> lines = new TreeMap<>();
    SortedUsings sorted = new SortedUsings(usings, removed, replaced);
    namespaces.forEach(
        namespace -> line(namespace, sorted.offset(namespace).orElse(behind), lines));
    aliases.forEach(alias -> line(alias, behind, lines));
    if (usings.isEmpty()) {
      lines.values().forEach(text -> text.append(lineEnd));
    }
    return lines.entrySet().stream()
        .map(at -> Edit.insert(source.path(), at.getKey(), at.getValue().toString(), ruleId))
        .toList();
  }

  private void line(String name, int offset, SortedMap<Integer, StringBuilder> lines) {
    lines
        .computeIfAbsent(offset, key -> new StringBuilder())
        .append("using ")
        .append(name)
        .append(';')
        .append(file.source().lineEnd().text());
  }

  /** Where the line behind the directive starts. */
  static int below(UsingDirective using) {
    return using.file().source().nextLineStart(using.span().end());
  }

  /** Where the first token's line starts: license headers stay on top. */
  private int firstCode() {
    return file.root().span().isEmpty()
        ? file.source().text().length()
        : file.source().lineStart(file.root().span().start());
  }
}
