package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameReference;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.BinaryExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which arguments of a function the filters of an app may look at. */
final class FilterArguments {
  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Host.";
  private static final Set<String> CONTEXTS =
      Set.of(
          NAMESPACE + "FunctionExecutingContext",
          NAMESPACE + "FunctionExecutedContext",
          NAMESPACE + "FunctionInvocationContext");
  private static final Set<String> BY_NAME =
      Set.of("ContainsKey", "TryGetValue", "GetValueOrDefault");
  private static final Set<String> OF_FIRST = Set.of("First", "FirstOrDefault");
  private static final Set<String> SEARCHING =
      Set.of("First", "FirstOrDefault", "Single", "SingleOrDefault", "Where", "Any");

  /** No output of a function is one of these. */
  private static final Set<String> INPUTS =
      Set.of(
          "Microsoft.AspNetCore.Http.HttpRequest",
          "System.Net.Http.HttpRequestMessage",
          "Microsoft.Extensions.Logging.ILogger",
          "Microsoft.Azure.WebJobs.ExecutionContext",
          "System.Threading.CancellationToken",
          "System.Security.Claims.ClaimsPrincipal");

  /** One look at the arguments. */
  private sealed interface Look {
    record Named(String name) implements Look {}

    record First() implements Look {}

    /** Finds values of types that no output has. */
    record OfInputs() implements Look {}

    record Anywhere() implements Look {}
  }

  private final List<Look> looks = new ArrayList<>();

  private FilterArguments() {}

  static FilterArguments of(FunctionApp app) {
    FilterArguments arguments = new FilterArguments();
    app.running()
        .forEach(
            code ->
                code.files().stream()
                    .filter(file -> namesContext(file, code))
                    .flatMap(file -> file.root().descendants(MemberAccess.class))
                    .filter(access -> access.name().is("Arguments"))
                    .map(access -> look(access, code))
                    .forEach(arguments.looks::add));
    return arguments;
  }

  private static boolean namesContext(CSharpFile file, CodeBase code) {
    return code.names()
        .references(file)
        .map(NameReference::resolution)
        .anyMatch(resolution -> resolution.isAny(CONTEXTS));
  }

  private static Look look(MemberAccess access, CodeBase code) {
    SyntaxNode around = access.parent().orElseThrow();
    if (around instanceof ElementAccess element && element.target().equals(access)) {
      return named(element.argumentList().arguments(), code);
    }
    MemberAccess searched =
        around instanceof MemberAccess values && values.name().is("Values") ? values : access;
    if (searched.parent().orElse(null) instanceof MemberAccess member
        && member.parent().orElse(null) instanceof Invocation call
        && call.target().equals(member)) {
      return look(member, call.argumentList().arguments(), code);
    }
    return new Look.Anywhere();
  }

  private static Look look(MemberAccess method, List<Argument> arguments, CodeBase code) {
    String name = method.name().identifier();
    if (BY_NAME.contains(name)) {
      return named(arguments, code);
    }
    if (OF_FIRST.contains(name) && arguments.isEmpty()) {
      return new Look.First();
    }
    if (name.equals("OfType") && method.typeArguments().size() == 1) {
      return ofType(method.typeArguments().get(0), code);
    }
    return SEARCHING.contains(name) && arguments.size() == 1
        ? condition(arguments.get(0), code)
        : new Look.Anywhere();
  }

  private static Look ofType(TypeSyntax type, CodeBase code) {
    return code.names().resolve(type).isAny(INPUTS) ? new Look.OfInputs() : new Look.Anywhere();
  }

  /** {@code x => x.Value is HttpRequest} or {@code x => x.Key == "req"}. */
  private static Look condition(Argument argument, CodeBase code) {
    if (!(argument.expression() instanceof LambdaExpression lambda)
        || !(lambda.lambdaBody() instanceof BinaryExpression test)) {
      return new Look.Anywhere();
    }
    if (test.operator().is("is") && test.right() instanceof TypeExpression type) {
      return ofType(type.type(), code);
    }
    boolean isKey = test.left() instanceof MemberAccess left && left.name().is("Key");
    return isKey && test.operator().is("==") ? named(test.right(), code) : new Look.Anywhere();
  }

  private static Look named(List<Argument> arguments, CodeBase code) {
    return arguments.isEmpty() ? new Look.Anywhere() : named(arguments.get(0).expression(), code);
  }

  private static Look named(Expression name, CodeBase code) {
    return code.constants()
        .evaluate(name)
        .text()
        .map(text -> (Look) new Look.Named(text))
        .orElseGet(Look.Anywhere::new);
  }

  /** Whether a filter looks at an argument at all. */
  boolean areRead() {
    return !looks.isEmpty();
  }

  /** Whether a filter may look at the argument of a parameter. */
  boolean mayRead(Function function, FunctionParameter parameter) {
    return looks.stream().anyMatch(look -> mayBe(look, function, parameter));
  }

  private static boolean mayBe(Look look, Function function, FunctionParameter parameter) {
    if (look instanceof Look.Named named) {
      return named.name().equals(parameter.name());
    }
    return look instanceof Look.Anywhere
        || look instanceof Look.First && function.parameters().indexOf(parameter) == 0;
  }
}
