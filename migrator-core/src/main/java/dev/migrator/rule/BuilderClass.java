package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class of tests that stands in for the builder of startup classes, {@code class Builder :
 * IFunctionsHostBuilder}, and is nothing else; its last brace has a line of its own.
 *
 * @param base the name of the interface
 * @param end the brace behind the members
 */
public record BuilderClass(TypeDeclaration type, TypeSyntax base, Token end) {
  private static final String BUILDER =
      "Microsoft.Azure.Functions.Extensions.DependencyInjection.IFunctionsHostBuilder";

  /**
   * Those of a test project; only files that name the interface are looked into. Where the app
   * reads the name of an environment, which such a builder had not, nobody can tell what it gets.
   */
  public static List<BuilderClass> in(CodeBase tests, FunctionApp app) {
    return app.running().flatMap(code -> code.files().stream()).anyMatch(BuilderClass::readsName)
        ? List.of()
        : tests.files().stream()
            .filter(file -> file.source().text().contains("IFunctionsHostBuilder"))
            .flatMap(file -> file.root().descendants(TypeDeclaration.class))
            .flatMap(type -> of(type, tests))
            .toList();
  }

  private static boolean readsName(CSharpFile file) {
    return file.source().text().contains(".EnvironmentName");
  }

  private static Stream<BuilderClass> of(TypeDeclaration type, CodeBase tests) {
    Optional<TypeSyntax> base =
        type.keyword().equals("class") && type.baseTypes().size() == 1
            ? type.baseTypes().stream()
                .filter(name -> tests.names().resolve(name).is(BUILDER))
                .findFirst()
            : Optional.empty();
    return base.stream()
        .flatMap(name -> type.closeBrace().stream().map(end -> new BuilderClass(type, name, end)))
        .filter(BuilderClass::endsOnOwnLine);
  }

  private boolean endsOnOwnLine() {
    SourceFile source = type.file().source();
    int brace = end.span().start();
    return source.lineStart(brace) + source.indentation(brace).length() == brace;
  }
}
