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
import java.util.List;
import java.util.Optional;

/**
 * Where the directives of a file go: a new one takes the place of one that goes, so that the diff
 * is one line; the rest are deleted or come behind the last one.
 */
final class UsingPlacement {
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
    gone.forEach(placement::place);
    return placement;
  }

  private void place(UsingDirective gone) {
    boolean isReplaced =
        !inserted.isEmpty() && gone.opensNamespace() && !gone.isGlobal() && coversFile(gone, file);
    if (isReplaced) {
      replaced.add(new Replacement(gone, inserted.remove(0)));
    } else if (opensWorker && isGlobalInProcess(gone)) {
      replaced.add(new Replacement(gone, GlobalDirectives.WORKER));
    } else {
      removed.add(gone);
    }
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
    List<String> atTop = new ArrayList<>(inserted);
    if (inside.isEmpty()) {
      atTop.addAll(aliases);
    } else if (!aliases.isEmpty()) {
      edits.add(insertedIn(inside.get(), aliases));
    }
    if (!atTop.isEmpty()) {
      edits.add(inserted(atTop));
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

  private Edit inserted(List<String> namespaces) {
    SourceFile source = file.source();
    String lineEnd = source.lineEnd().text();
    StringBuilder text = new StringBuilder();
    namespaces.forEach(n -> text.append("using ").append(n).append(';').append(lineEnd));
    List<UsingDirective> usings =
        file.root().usings().stream().filter(UsingDirective::opensNamespace).toList();
    int offset =
        usings.isEmpty()
            ? firstCode()
            : source.nextLineStart(usings.get(usings.size() - 1).span().end());
    if (usings.isEmpty()) {
      text.append(lineEnd);
    }
    return Edit.insert(source.path(), offset, text.toString(), ruleId);
  }

  /** Where the first token's line starts: license headers stay on top. */
  private int firstCode() {
    return file.root().span().isEmpty()
        ? file.source().text().length()
        : file.source().lineStart(file.root().span().start());
  }
}
