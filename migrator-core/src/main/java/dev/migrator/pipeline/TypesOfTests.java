package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tests of two apps that name a type of the host, {@code IAsyncCollector<string>}, which each app
 * gets for itself: the name would be ambiguous (CS0104), or mean the type of the other app.
 */
final class TypesOfTests {
  private static final Set<String> NAMES =
      Set.of("ICollector", "IAsyncCollector", "ExecutionContext", "TraceWriter");

  private TypesOfTests() {}

  /** Hands out a blocker for each app that changes, with the path of the app. */
  static void block(List<PlannedApp> apps, BiConsumer<String, Diagnostic> block) {
    for (int i = 0; i < apps.size(); i++) {
      for (PlannedApp second : apps.subList(i + 1, apps.size())) {
        PlannedApp first = apps.get(i);
        clash(first, second)
            .ifPresent(
                finding ->
                    Stream.of(first, second)
                        .filter(app -> !app.isUnchanged())
                        .forEach(app -> block.accept(app.path(), finding)));
      }
    }
  }

  private static Optional<Diagnostic> clash(PlannedApp first, PlannedApp second) {
    Set<String> both =
        NAMES.stream()
            .filter(name -> declares(first, name) && declares(second, name))
            .collect(Collectors.toUnmodifiableSet());
    if (both.isEmpty()) {
      return Optional.empty();
    }
    return first.app().tests().stream()
        .filter(tests -> isOf(tests, second))
        .flatMap(tests -> tests.files().stream().flatMap(file -> named(file, tests, both)))
        .filter(reference -> mayMean(reference, first, second))
        .findFirst()
        .map(reference -> finding(reference, first, second));
  }

  /** Whether the app has the type to itself after the conversion. */
  private static boolean declares(PlannedApp app, String name) {
    Pattern declaration = Pattern.compile("\\b(?:interface|class) " + name + "\\b");
    String path = app.app().project().pathBeside("InProcessCompatibility.cs");
    Stream<String> written =
        app.plan().newFiles().stream()
            .filter(file -> file.path().equals(path))
            .map(file -> file.text());
    Stream<String> known = app.app().compatibilityFile().stream().map(file -> file.source().text());
    return Stream.concat(written, known).anyMatch(text -> declaration.matcher(text).find());
  }

  private static boolean isOf(CodeBase tests, PlannedApp app) {
    return app.app().tests().stream()
        .anyMatch(other -> other.project().path().equals(tests.project().path()));
  }

  private static Stream<NamedType> named(CSharpFile file, CodeBase tests, Set<String> names) {
    return tests
        .names()
        .references(file)
        .filter(
            reference ->
                reference
                    .resolution()
                    .type()
                    .filter(type -> names.contains(type.simpleName()))
                    .filter(type -> !type.namespace().startsWith("System"))
                    .isPresent())
        .flatMap(reference -> reference.node().stream())
        .map(node -> new NamedType(node, file, tests));
  }

  /** A place in a test that names such a type. */
  private record NamedType(SyntaxNode node, CSharpFile file, CodeBase tests) {
    boolean usesTypesOf(PlannedApp app) {
      return tests
          .names()
          .references(file)
          .map(NameReference::resolution)
          .flatMap(resolution -> resolution.type().stream())
          .filter(TypeSymbol::isDeclared)
          .anyMatch(type -> isDeclaredIn(type, app));
    }

    private static boolean isDeclaredIn(TypeSymbol type, PlannedApp app) {
      return app.app().code().declared(type.metadataName()).findAny().isPresent();
    }
  }

  /** The name gets the meaning of the first app, which is right in a file of that app alone. */
  private static boolean mayMean(NamedType place, PlannedApp first, PlannedApp second) {
    return place.usesTypesOf(second) || !place.usesTypesOf(first);
  }

  private static Diagnostic finding(NamedType place, PlannedApp first, PlannedApp second) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_HOME,
        place.node().location(),
        "`"
            + place.node().text()
            + "` in the tests of "
            + first.path()
            + " and "
            + second.path()
            + " would have two meanings: each app gets a type of its own",
        "move the double into a library that both apps reference, so that one type stands there for"
            + " all, or give each app a test project of its own");
  }
}
