package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;

/**
 * Code that makes a builder or context of the host itself: {@code class Builder :
 * IFunctionsHostBuilder}, {@code new FunctionsHostBuilderContext()}. No type of the worker allows
 * that; a double of a mocking library is another matter (see {@code StartupBuilders}).
 */
final class BuilderDoubles {
  private BuilderDoubles() {}

  static void find(CSharpFile file, CodeBase code, boolean isTest, RuleOutcome.Builder outcome) {
    code.names()
        .references(file)
        .filter(reference -> isDouble(reference, isTest))
        .flatMap(
            reference -> reference.node().stream().map(node -> found(reference, node.location())))
        .forEach(outcome::finding);
  }

  /** A test that names a context as type argument makes a double of it, which is no interface. */
  private static boolean isDouble(NameReference reference, boolean isTest) {
    boolean isContext = reference.resolution().isAny(StartupBody.CONTEXTS);
    return switch (reference.kind()) {
      case BASE -> isContext || reference.resolution().isAny(StartupBody.BUILDERS);
      case NEW -> isContext;
      case GENERIC_ARGUMENT -> isContext && isTest;
      default -> false;
    };
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
