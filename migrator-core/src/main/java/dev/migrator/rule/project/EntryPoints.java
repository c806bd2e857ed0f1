package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Set;

/** Methods of an app that the compiler takes for the start of a program (C# 7.1, "Execution"). */
final class EntryPoints {
  private static final Set<String> RESULTS =
      Set.of("void", "int", "Task", "Task<int>", "System.Threading.Tasks.Task");

  private static final String START_OF_WORKER = "FunctionsApplication.CreateBuilder(";

  private EntryPoints() {}

  /** Whether the app has a {@code Main} beside that of the worker, which would be CS0017. */
  static boolean areIn(CodeBase code) {
    return code.files().stream().flatMap(file -> file.methods()).anyMatch(EntryPoints::isOne);
  }

  private static boolean isOne(MethodDeclaration method) {
    List<Parameter> parameters = method.parameterList().parameters();
    return method.identifier().is("Main")
        && !method.text().contains(START_OF_WORKER)
        && method.hasModifier("static")
        && RESULTS.contains(method.returnType().text())
        && (parameters.isEmpty()
            || parameters.size() == 1
                && parameters
                    .get(0)
                    .type()
                    .map(TypeSyntax::text)
                    .filter("string[]"::equals)
                    .isPresent());
  }
}
