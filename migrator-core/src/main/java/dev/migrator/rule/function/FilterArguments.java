package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameReference;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.SyntaxNode;
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

  /** One look at the arguments. */
  private sealed interface Look {
    record Named(String name) implements Look {}

    record First() implements Look {}

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
    if (around instanceof MemberAccess member
        && member.parent().orElse(null) instanceof Invocation call
        && call.target().equals(member)) {
      List<Argument> arguments = call.argumentList().arguments();
      if (BY_NAME.contains(member.name().identifier())) {
        return named(arguments, code);
      }
      if (OF_FIRST.contains(member.name().identifier()) && arguments.isEmpty()) {
        return new Look.First();
      }
    }
    return new Look.Anywhere();
  }

  private static Look named(List<Argument> arguments, CodeBase code) {
    return arguments.stream()
        .limit(1)
        .map(argument -> code.constants().evaluate(argument.expression()))
        .flatMap(constant -> constant.text().stream())
        .findFirst()
        .map(name -> (Look) new Look.Named(name))
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
    return look instanceof Look.Anywhere || function.parameters().indexOf(parameter) == 0;
  }
}
