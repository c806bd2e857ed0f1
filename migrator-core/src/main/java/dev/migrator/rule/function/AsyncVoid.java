package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.Optional;

/**
 * Gives functions that are {@code async void} a task to wait for; the worker refuses to build them
 * otherwise (core-model 2.1, AZFW0002).
 */
public final class AsyncVoid implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0327", "Functions that are async void return a Task", Step.CODE);

  private static final String NAMESPACE = "System.Threading.Tasks";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (FunctionPlan plan : conversion.plans()) {
      Function function = plan.function();
      if (!isOne(function.method())) {
        continue;
      }
      if (isFree(function.method()) && !plan.needsAdapter()) {
        task(function, conversion.app().code(), outcome);
        outcome.finding(awaited(function));
      } else {
        outcome.finding(refused(function));
      }
    }
    return outcome.build();
  }

  private static boolean isOne(MethodDeclaration method) {
    return method.hasModifier("async") && method.returnType().text().equals("void");
  }

  /** Whether nothing but the method itself says what it returns. */
  private static boolean isFree(MethodDeclaration method) {
    boolean isOfBase =
        method.hasModifier("override")
            || method.hasModifier("virtual")
            || method.hasModifier("partial")
            || method.explicitInterface().isPresent();
    boolean mayImplement =
        !method.hasModifier("static")
            && method.containingType().filter(type -> !type.baseTypes().isEmpty()).isPresent();
    return !isOfBase && !mayImplement;
  }

  private static void task(Function function, CodeBase code, RuleOutcome.Builder outcome) {
    MethodDeclaration method = function.method();
    String path = function.file().source().path();
    Optional<String> meaning =
        code.names().resolveSimple("Task", method).type().map(type -> type.metadataName());
    boolean isTaken = meaning.filter(name -> !name.equals(NAMESPACE + ".Task")).isPresent();
    if (!isTaken) {
      outcome.need(new Need.Using(path, NAMESPACE));
    }
    outcome.edit(
        Edit.replace(
            path, method.returnType().span(), isTaken ? NAMESPACE + ".Task" : "Task", INFO.id()));
  }

  private static Diagnostic awaited(Function function) {
    return new Diagnostic(
        Code.ASYNC_VOID,
        Severity.WARNING,
        function.location(),
        "function `"
            + function.displayName()
            + "` was async void and returns a Task now: a call ends when its work is done, and an"
            + " exception fails the call",
        "nothing to do unless something relies on the early end");
  }

  private static Diagnostic refused(Function function) {
    return Diagnostic.of(
        Code.ASYNC_VOID,
        function.location(),
        "function `"
            + function.displayName()
            + "` is async void, and a base class, an interface or an output rests on that",
        "change the return type to Task, there too");
  }
}
