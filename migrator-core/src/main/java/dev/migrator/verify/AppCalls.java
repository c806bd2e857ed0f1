package dev.migrator.verify;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The calls that an app and its libraries make, by the names of the methods. */
final class AppCalls {
  private final List<CSharpFile> files;
  private final List<Invocation> calls = new ArrayList<>();
  private final Set<String> methods = new TreeSet<>();

  private AppCalls(List<CSharpFile> files) {
    this.files = files;
  }

  static AppCalls of(FunctionApp app) {
    List<CSharpFile> files = app.running().map(CodeBase::files).flatMap(List::stream).toList();
    AppCalls calls = new AppCalls(files);
    files.forEach(calls::add);
    return calls;
  }

  private void add(CSharpFile file) {
    file.root()
        .descendants(Invocation.class)
        .forEach(
            call -> {
              calls.add(call);
              method(call).ifPresent(methods::add);
            });
  }

  /** The name of the method that is called. */
  static Optional<String> method(Invocation call) {
    Expression target = call.target();
    if (target instanceof MemberAccess access) {
      return Optional.of(access.name().identifier());
    }
    return target instanceof NameExpression name
        ? Optional.of(name.identifier().identifier())
        : Optional.empty();
  }

  boolean has(String method) {
    return methods.contains(method);
  }

  boolean hasAny(Set<String> names) {
    return names.stream().anyMatch(methods::contains);
  }

  /**
   * Whether a file that makes one of the first calls, or has an entry point, makes one of others.
   */
  boolean hasNear(Set<String> first, Set<String> others) {
    return files.stream()
        .filter(
            file -> Registrations.entryPoints(file).findAny().isPresent() || hasAny(file, first))
        .anyMatch(file -> hasAny(file, others));
  }

  private static boolean hasAny(CSharpFile file, Set<String> names) {
    return file.root()
        .descendants(Invocation.class)
        .filter(call -> call.target() instanceof MemberAccess)
        .anyMatch(call -> method(call).filter(names::contains).isPresent());
  }

  /** Whether the worker answers HTTP through ASP.NET Core. */
  boolean hasHttpIntegration() {
    return has("ConfigureFunctionsWebApplication");
  }

  /** Whether the code names something, comments left out. */
  boolean mention(String name) {
    return files.stream()
        .flatMap(file -> file.tokens().significantIn(file.root().span()).stream())
        .anyMatch(token -> token.is(name));
  }

  /** Whether a registration, {@code Add…(…)}, has the text in its name or arguments. */
  boolean mentionInAdd(String text) {
    return calls.stream()
        .filter(call -> method(call).filter(name -> name.startsWith("Add")).isPresent())
        .anyMatch(call -> call.text().contains(text));
  }

  /**
   * Whether a call fits a method by name and number of arguments; may be another's of that name.
   */
  boolean haveCallOf(MethodDeclaration method) {
    int parameters = method.parameterList().parameters().size();
    return calls.stream()
        .filter(call -> method(call).filter(method.identifier()::is).isPresent())
        .filter(call -> fitsTypes(call.target(), method))
        .map(call -> call.argumentList().arguments().size())
        .anyMatch(count -> count == parameters || count == parameters - 1);
  }

  /** Type arguments can be left out, but not be more than there are parameters. */
  private static boolean fitsTypes(Expression target, MethodDeclaration method) {
    return !(target instanceof MemberAccess access)
        || access.typeArguments().isEmpty()
        || access.typeArguments().size() == method.typeParameters().size();
  }
}
