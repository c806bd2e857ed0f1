package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.Set;
import java.util.TreeSet;

/**
 * Namespaces that are open in every file of a project: one that opened the in-process model
 * everywhere opens that of the worker everywhere.
 */
public final class GlobalDirectives {
  public static final String IN_PROCESS = "Microsoft.Azure.WebJobs";
  public static final String WORKER = "Microsoft.Azure.Functions.Worker";

  private GlobalDirectives() {}

  /**
   * Whether the worker's namespace takes the place of the in-process one for all files: some file
   * needs it, and in none it changes what a name means.
   */
  public static boolean openWorker(Conversion conversion, CodeBase code, Needs needs) {
    Set<String> open = of(code);
    if (!open.contains(IN_PROCESS)
        || open.contains(WORKER)
        || !code.isGone(IN_PROCESS)
        || code.files().stream().noneMatch(file -> isNeeded(file, needs))) {
      return false;
    }
    NamesKept.Finder finder = UsingDirectives.finder(conversion, code, needs);
    return code.files().stream().allMatch(file -> keepsNames(file, code, needs, finder));
  }

  private static boolean isNeeded(CSharpFile file, Needs needs) {
    return needs.usings(file.source().path()).contains(WORKER);
  }

  private static boolean keepsNames(
      CSharpFile file, CodeBase code, Needs needs, NamesKept.Finder finder) {
    Set<String> wanted = new TreeSet<>(needs.usings(file.source().path()));
    wanted.add(WORKER);
    UsingPlacement placement =
        UsingPlacement.of(file, UsingDirectives.gone(code, file), wanted, false, "");
    NamesKept kept = finder.of(file, placement.edit(), wanted);
    return kept.directives().isEmpty() && kept.findings().isEmpty();
  }

  /** As directives of files and items of the project say it. */
  static Set<String> of(CodeBase code) {
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
}
