package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.UsingDirective;
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
      Set<String> global = GlobalDirectives.of(code);
      boolean isGlobal = GlobalDirectives.openWorker(conversion, code, needs);
      if (isGlobal) {
        global.add(GlobalDirectives.WORKER);
      }
      NamesKept.Finder finder = finder(conversion, code, needs);
      for (CSharpFile file : code.files()) {
        Set<String> wanted = new TreeSet<>(needs.usings(file.source().path()));
        wanted.removeIf(namespace -> isOpen(namespace, file) || global.contains(namespace));
        List<UsingDirective> gone = finder.superfluous(file, gone(code, file));
        UsingPlacement placement = UsingPlacement.of(file, gone, wanted, isGlobal, INFO.id());
        NamesKept kept = finder.of(file, placement.edit(), wanted);
        outcome.edits(placement.edits(kept.directives()));
        outcome.edits(kept.edits());
        kept.findings().forEach(outcome::finding);
      }
    }
    return outcome.build();
  }

  static NamesKept.Finder finder(Conversion conversion, CodeBase code, Needs needs) {
    NameResolver after =
        code.names()
            .isolated(
                conversion.options().targetFramework(), PackagesAfter.of(conversion, code, needs));
    return new NamesKept.Finder(
        code,
        after,
        conversion.generatedNamespace(),
        CompatibilityTypeNames.of(needs.parts().keySet()),
        INFO.id());
  }

  /** Whether a simple name of the namespace is seen in all of the file without a new directive. */
  private static boolean isOpen(String namespace, CSharpFile file) {
    boolean opened =
        allUsings(file)
            .filter(UsingDirective::opensNamespace)
            .filter(using -> UsingPlacement.coversFile(using, file))
            .anyMatch(using -> using.name().dottedName().equals(namespace));
    boolean isAround =
        file.types().findAny().isPresent()
            && file.types().allMatch(type -> isInside(type.namespace(), namespace));
    return opened || isAround;
  }

  /** Whether a namespace is another one or stands below it. */
  static boolean isInside(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  static List<UsingDirective> gone(CodeBase code, CSharpFile file) {
    return allUsings(file)
        .filter(using -> !using.isStatic())
        .filter(using -> code.isGone(using.name().dottedName()))
        .toList();
  }

  private static Stream<UsingDirective> allUsings(CSharpFile file) {
    return Stream.concat(
        file.root().usings().stream(),
        file.root()
            .descendants(NamespaceDeclaration.class)
            .flatMap(namespace -> namespace.usings().stream()));
  }
}
