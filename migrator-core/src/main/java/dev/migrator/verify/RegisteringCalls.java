package dev.migrator.verify;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an app registers when it starts: the statements of its entry point, and of all methods that
 * are handed a builder or a collection of services.
 */
public final class RegisteringCalls {
  private static final Set<String> BUILDERS =
      Set.of(
          "IFunctionsHostBuilder",
          "IFunctionsConfigurationBuilder",
          "IWebJobsBuilder",
          "IWebJobsConfigurationBuilder",
          "FunctionsApplicationBuilder",
          "IFunctionsWorkerApplicationBuilder",
          "IHostApplicationBuilder",
          "IHostBuilder",
          "IServiceCollection",
          "IConfigurationBuilder",
          "ILoggingBuilder");

  private RegisteringCalls() {}

  /**
   * One statement.
   *
   * @param at file and line
   * @param text as written, blanks collapsed
   */
  public record Registration(String at, String text) {}

  /** In order of file and place, entry points first. */
  public static List<Registration> of(FunctionApp app) {
    return Stream.concat(
            app.code().files().stream().flatMap(Registrations::entryPoints),
            app.running().flatMap(RegisteringCalls::methods))
        .flatMap(RegisteringCalls::statements)
        .distinct()
        .toList();
  }

  private static Stream<SyntaxNode> methods(CodeBase code) {
    return code.files().stream()
        .flatMap(CSharpFile::methods)
        .filter(RegisteringCalls::isHandedABuilder)
        .map(method -> method);
  }

  private static boolean isHandedABuilder(MethodDeclaration method) {
    return method.parameterList().parameters().stream()
        .flatMap(parameter -> parameter.type().stream())
        .anyMatch(type -> BUILDERS.contains(type.simpleName()));
  }

  private static Stream<Registration> statements(SyntaxNode node) {
    return Registrations.ownStatements(node)
        .filter(statement -> statement.expression() instanceof Invocation)
        .map(
            statement ->
                new Registration(
                    String.valueOf(statement.location()), Registrations.collapsed(statement)));
  }
}
