package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.NameChange;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.model.names.UsingCheck;
import dev.migrator.model.names.UsingEdit;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file needs so that the names which survive the conversion mean what they meant: aliases
 * beside its directives ({@code using RetryContext = Shop.RetryContext;}), or names in full.
 *
 * @param aliases names and the types that they mean, sorted
 * @param edits names that no alias can keep, written in full
 * @param findings names that nothing can keep
 */
record NamesKept(SortedMap<String, String> aliases, List<Edit> edits, List<Diagnostic> findings) {

  NamesKept {
    edits = List.copyOf(edits);
    findings = List.copyOf(findings);
  }

  /** Finds them for files of one project. */
  static final class Finder {
    private final CodeBase code;
    private final UsingCheck check;
    private final String compatibilityNamespace;
    private final Set<String> compatibilityTypes;
    private final String ruleId;

    /**
     * A finder.
     *
     * @param after what names mean in the worker
     * @param compatibilityTypes public types of the compatibility file, by simple name
     */
    Finder(
        CodeBase code,
        NameResolver after,
        String compatibilityNamespace,
        Set<String> compatibilityTypes,
        String ruleId) {
      this.code = code;
      this.check = UsingCheck.between(code.names(), after);
      this.compatibilityNamespace = compatibilityNamespace;
      this.compatibilityTypes = compatibilityTypes;
      this.ruleId = ruleId;
    }

    /** Those directives without which no type of the solution is lost. */
    List<UsingDirective> superfluous(CSharpFile file, List<UsingDirective> gone) {
      if (gone.isEmpty() || !namesTypeIn(file, gone)) {
        return gone;
      }
      Set<String> lost =
          check.names(file, UsingEdit.of(gone, Set.of())).stream()
              .filter(change -> !(change.after() instanceof Resolution.Resolved))
              .flatMap(change -> symbol(change.reference()).stream())
              .filter(TypeSymbol::isDeclared)
              .map(TypeSymbol::namespace)
              .collect(Collectors.toSet());
      return gone.stream().filter(using -> !lost.contains(using.name().dottedName())).toList();
    }

    /** Whether a file names a type that the solution declares in a namespace of directives. */
    private boolean namesTypeIn(CSharpFile file, List<UsingDirective> directives) {
      Set<String> namespaces =
          directives.stream().map(using -> using.name().dottedName()).collect(Collectors.toSet());
      return code.names()
          .references(file)
          .flatMap(reference -> symbol(reference).stream())
          .anyMatch(type -> type.isDeclared() && namespaces.contains(type.namespace()));
    }

    NamesKept of(CSharpFile file, UsingEdit edit, Set<String> added) {
      SortedMap<String, String> aliases = new TreeMap<>();
      List<Edit> edits = new ArrayList<>();
      List<Diagnostic> findings = new ArrayList<>();
      List<NameChange> changes = added.isEmpty() ? List.of() : check.names(file, edit);
      for (NameChange change : changes) {
        Optional<TypeSymbol> type = symbol(change.reference()).filter(this::survives);
        if (type.isPresent() && isConflict(change.after(), added)) {
          if (canBeAlias(type.get())) {
            aliases.put(type.get().simpleName(), type.get().metadataName());
          } else {
            findings.add(notKept(file, change.reference(), type.get()));
          }
        }
      }
      hidden(file).forEach(reference -> inFull(file, reference, edits));
      return new NamesKept(aliases, edits, findings);
    }

    private static Optional<TypeSymbol> symbol(NameReference reference) {
      return reference.resolution().type();
    }

    /** What goes with the in-process packages gets another name, or is reported. */
    private boolean survives(TypeSymbol type) {
      return !InProcessPackages.isVanishing(type) && !code.maps().replaces(type.metadataName());
    }

    /** An alias beside the directives wins over them, so one too many does no harm. */
    private static boolean isConflict(Resolution after, Set<String> added) {
      return after instanceof Resolution.Resolved
          || after instanceof Resolution.Unresolved unresolved
              && unresolved.candidates().stream().anyMatch(name -> isIn(name, added));
    }

    private static boolean isIn(String metadataName, Set<String> namespaces) {
      int dot = metadataName.lastIndexOf('.');
      return dot > 0 && namespaces.contains(metadataName.substring(0, dot));
    }

    private static boolean canBeAlias(TypeSymbol type) {
      return type.arity() == 0 && type.metadataName().indexOf('+') < 0;
    }

    /** Names in the namespace of the compatibility file that its types would take. */
    private List<NameReference> hidden(CSharpFile file) {
      return code.names()
          .references(file)
          .filter(reference -> symbol(reference).filter(this::survives).isPresent())
          .filter(
              reference ->
                  reference.resolution() instanceof Resolution.Resolved resolved
                      && !resolved.aliasUsed()
                      && !resolved.symbol().isDeclared()
                      && compatibilityTypes.contains(resolved.symbol().simpleName()))
          .filter(reference -> !ReferenceText.of(reference, file).isQualified())
          .filter(reference -> isInCompatibilityNamespace(reference))
          .toList();
    }

    private boolean isInCompatibilityNamespace(NameReference reference) {
      return reference
          .node()
          .flatMap(
              node ->
                  node.ancestor(dev.migrator.syntax.csharp.NamespaceDeclaration.class)
                      .map(around -> around.namespace()))
          .filter(around -> UsingDirectives.isInside(around, compatibilityNamespace))
          .isPresent();
    }

    private void inFull(CSharpFile file, NameReference reference, List<Edit> edits) {
      String namespace = symbol(reference).orElseThrow().namespace();
      int start = ReferenceText.of(reference, file).identifierSpan().start();
      edits.add(Edit.insert(file.source().path(), start, namespace + ".", ruleId));
    }

    private static Diagnostic notKept(CSharpFile file, NameReference reference, TypeSymbol type) {
      return Diagnostic.of(
          Code.NAME_NOT_KEPT,
          file.source().location(reference.span().start()),
          "`" + reference.text() + "` (" + type.metadataName() + ") would mean another type",
          "write the name in full and run again");
    }
  }

  /** {@code RetryContext = Shop.RetryContext}, one for each alias. */
  List<String> directives() {
    return aliases.entrySet().stream().map(NamesKept::directive).toList();
  }

  private static String directive(Map.Entry<String, String> alias) {
    return alias.getKey() + " = " + alias.getValue();
  }
}
