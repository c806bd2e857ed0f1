package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LocalDeclaration;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A host that a test builds of a startup class of the app: {@code var host = new
 * HostBuilder().ConfigureWebJobs(startup.Configure).Build();}.
 *
 * @param declaration the statement
 * @param value what it assigns
 * @param startup the object whose method is handed over
 */
public record StartupHost(LocalDeclaration declaration, Expression value, Expression startup) {
  private static final String CALL = "ConfigureWebJobs";
  private static final String HOST = "Microsoft.Extensions.Hosting.HostBuilder";
  private static final Set<String> STARTUPS =
      Set.of(
          "Microsoft.Azure.Functions.Extensions.DependencyInjection.FunctionsStartup",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsStartup");

  /** Those of a test project; only files that name the method are looked into. */
  public static List<StartupHost> in(CodeBase tests, FunctionApp app) {
    return tests.files().stream()
        .filter(file -> file.source().text().contains(CALL))
        .flatMap(file -> in(file, tests, app))
        .toList();
  }

  private static Stream<StartupHost> in(CSharpFile file, CodeBase tests, FunctionApp app) {
    return file.root()
        .descendants(LocalDeclaration.class)
        .filter(declaration -> declaration.parent().filter(StartupHost::isList).isPresent())
        .filter(declaration -> declaration.variables().size() == 1)
        .flatMap(
            declaration ->
                declaration.variables().get(0).initializer().stream()
                    .flatMap(
                        value ->
                            startup(value, tests, app)
                                .map(startup -> new StartupHost(declaration, value, startup))
                                .stream()));
  }

  private static boolean isList(SyntaxNode parent) {
    return parent instanceof Body || parent instanceof Block;
  }

  private static Optional<Expression> startup(Expression value, CodeBase tests, FunctionApp app) {
    return called(value, "Build")
        .filter(build -> build.argumentList().arguments().isEmpty())
        .flatMap(StartupHost::receiver)
        .flatMap(inner -> called(inner, CALL))
        .filter(configure -> receiver(configure).filter(host -> isHost(host, tests)).isPresent())
        .filter(configure -> configure.argumentList().arguments().size() == 1)
        .map(configure -> configure.argumentList().arguments().get(0))
        .map(Argument::expression)
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> access.name().is("Configure"))
        .flatMap(MemberAccess::target)
        .filter(target -> isStartup(target, tests, app));
  }

  private static Optional<Invocation> called(Expression expression, String name) {
    return expression instanceof Invocation call
            && call.target() instanceof MemberAccess access
            && access.name().is(name)
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<Expression> receiver(Invocation call) {
    return ((MemberAccess) call.target()).target();
  }

  private static boolean isHost(Expression expression, CodeBase tests) {
    return expression instanceof ObjectCreation creation
        && creation.initializer().isEmpty()
        && creation.type().filter(type -> tests.names().resolve(type).is(HOST)).isPresent();
  }

  private static boolean isStartup(Expression target, CodeBase tests, FunctionApp app) {
    Optional<TypeSymbol> type =
        target instanceof ObjectCreation creation
            ? creation.type().flatMap(written -> tests.names().resolve(written).type())
            : target instanceof NameExpression name
                ? tests.names().declaredType(name).type()
                : Optional.empty();
    return type.stream()
        .flatMap(
            symbol ->
                app.running()
                    .flatMap(
                        code ->
                            code.declared(symbol.metadataName())
                                .filter(declared -> isStartup(declared, code))))
        .findAny()
        .isPresent();
  }

  private static boolean isStartup(TypeDeclaration type, CodeBase code) {
    return type.baseTypes().stream().anyMatch(base -> code.names().resolve(base).isAny(STARTUPS));
  }

  /** The method around the statement. */
  public SyntaxNode around() {
    return declaration
        .ancestor(MethodDeclaration.class)
        .<SyntaxNode>map(method -> method)
        .orElseGet(() -> declaration.file().root());
  }

  /** Whether a call is part of the statement, which another one takes the place of. */
  public boolean holds(Invocation call) {
    return call.file().equals(declaration.file()) && value.span().contains(call.span());
  }
}
