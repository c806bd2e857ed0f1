package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.EnumSet;
import java.util.Set;

/**
 * Code that makes a builder or context of the host itself: {@code class Builder :
 * IFunctionsHostBuilder}, {@code new FunctionsHostBuilderContext()}. No type of the worker allows
 * that; a double of a mocking library is another matter (see {@code StartupBuilders}).
 */
final class BuilderDoubles {
  private static final Set<ReferenceKind> OF_BUILDERS = EnumSet.of(ReferenceKind.BASE);

  /** A double of a context would have to be a class, too. */
  private static final Set<ReferenceKind> OF_CONTEXTS =
      EnumSet.of(ReferenceKind.BASE, ReferenceKind.NEW, ReferenceKind.GENERIC_ARGUMENT);

  private BuilderDoubles() {}

  static void find(CSharpFile file, CodeBase code, RuleOutcome.Builder outcome) {
    code.names()
        .references(file)
        .filter(BuilderDoubles::isDouble)
        .flatMap(
            reference -> reference.node().stream().map(node -> found(reference, node.location())))
        .forEach(outcome::finding);
  }

  private static boolean isDouble(NameReference reference) {
    return OF_BUILDERS.contains(reference.kind())
            && reference.resolution().isAny(StartupBody.BUILDERS)
        || OF_CONTEXTS.contains(reference.kind())
            && reference.resolution().isAny(StartupBody.CONTEXTS);
  }

  private static Diagnostic found(NameReference reference, Location at) {
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        at,
        "code of the app or its tests stands in for `" + reference.text() + "` of the host",
        "let the startup class hand builder.Services and the configuration to a method of its own,"
            + " and call that one here");
  }
}
