package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Opens the namespaces that a file needs now and closes those that are gone: {@code using
 * Microsoft.Azure.WebJobs;} to {@code using Microsoft.Azure.Functions.Worker;}. A directive takes
 * the place of one that goes, so that the diff is one line.
 */
public final class UsingDirectives implements CollectingRule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0310", "Files open the namespaces of the worker", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion, Needs needs) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      Set<String> global = globalNamespaces(code);
      for (CSharpFile file : code.files()) {
        Set<String> wanted = new TreeSet<>(needs.usings(file.source().path()));
        wanted.removeIf(namespace -> isOpen(namespace, file) || global.contains(namespace));
        outcome.edits(edits(code, file, wanted));
      }
    }
    return outcome.build();
  }

  private static Set<String> globalNamespaces(CodeBase code) {
    Set<String> global = new TreeSet<>();
    code.files().stream()
        .flatMap(file -> file.root().usings().stream())
        .filter(UsingDirective::isGlobal)
        .filter(UsingDirective::opensNamespace)
        .map(using -> using.name().dottedName())
        .forEach(global::add);
    code.project().items().usings().stream()
        .filter(using -> using.alias().isEmpty() && !using.isStatic())
        .map(GlobalUsing::target)
        .forEach(global::add);
    return global;
  }

  /** Whether a simple name of the namespace is seen in all of the file without a new directive. */
  private static boolean isOpen(String namespace, CSharpFile file) {
    boolean opened =
        allUsings(file)
            .filter(UsingDirective::opensNamespace)
            .filter(using -> coversFile(using, file))
            .anyMatch(using -> using.name().dottedName().equals(namespace));
    boolean isAround =
        file.types().findAny().isPresent()
            && file.types().allMatch(type -> isInside(type.namespace(), namespace));
    return opened || isAround;
  }

  private static boolean isInside(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  private static List<Edit> edits(CodeBase code, CSharpFile file, Set<String> wanted) {
    List<UsingDirective> gone =
        allUsings(file)
            .filter(using -> !using.isStatic())
            .filter(using -> code.isGone(using.name().dottedName()))
            .toList();
    List<Edit> edits = new ArrayList<>();
    List<String> added = new ArrayList<>(wanted);
    String path = file.source().path();
    for (UsingDirective using : gone) {
      boolean isReplaced =
          !added.isEmpty()
              && using.opensNamespace()
              && !using.isGlobal()
              && coversFile(using, file);
      edits.add(
          isReplaced
              ? Edit.replace(path, using.name().span(), added.remove(0), INFO.id())
              : Removal.ofLines(using, INFO.id()));
    }
    if (!added.isEmpty()) {
      edits.add(inserted(file, added));
    }
    return edits;
  }

  private static Stream<UsingDirective> allUsings(CSharpFile file) {
    return Stream.concat(
        file.root().usings().stream(),
        file.root()
            .descendants(NamespaceDeclaration.class)
            .flatMap(namespace -> namespace.usings().stream()));
  }

  /** Whether the directive is seen by every type of the file. */
  private static boolean coversFile(UsingDirective using, CSharpFile file) {
    Span seen = using.parent().orElseThrow().span();
    return file.root().usings().contains(using)
        || file.types().allMatch(type -> seen.contains(type.span()));
  }

  private static Edit inserted(CSharpFile file, List<String> namespaces) {
    SourceFile source = file.source();
    String lineEnd = source.lineEnd().text();
    StringBuilder text = new StringBuilder();
    namespaces.forEach(n -> text.append("using ").append(n).append(';').append(lineEnd));
    List<UsingDirective> usings =
        file.root().usings().stream().filter(UsingDirective::opensNamespace).toList();
    int offset =
        usings.isEmpty()
            ? firstCode(file)
            : source.nextLineStart(usings.get(usings.size() - 1).span().end());
    if (usings.isEmpty()) {
      text.append(lineEnd);
    }
    return Edit.insert(source.path(), offset, text.toString(), INFO.id());
  }

  /** Where the first token's line starts: license headers stay on top. */
  private static int firstCode(CSharpFile file) {
    return file.root().span().isEmpty()
        ? file.source().text().length()
        : file.source().lineStart(file.root().span().start());
  }
}
