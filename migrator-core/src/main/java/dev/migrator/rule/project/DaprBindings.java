package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the host read inputs and outputs of Dapr from a file of the build, since the program does
 * not name them (bindings 0.2), and names functions whose value answers a call of Dapr. A call
 * whose value names its app is a blocker: the host would misread it.
 */
public final class DaprBindings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0348", "Bindings of Dapr are listed by the build", Step.CODE);

  private static final String SWITCH = "FunctionsEnableWorkerIndexing";
  private static final String PREFIX = "dapr";
  private static final String CALL =
      "Microsoft.Azure.Functions.Extensions.Dapr.Core.InvokeMethodParameters";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion.plans().stream()
        .map(FunctionPlan::function)
        .flatMap(function -> function.bindings().stream())
        .filter(binding -> binding.kind().startsWith(PREFIX) && !binding.isTrigger())
        .findFirst()
        .ifPresent(binding -> indexed(conversion.app().project(), binding, outcome));
    conversion.plans().stream()
        .map(FunctionPlan::function)
        .filter(DaprBindings::answers)
        .forEach(function -> outcome.finding(answer(function)));
    conversion
        .app()
        .running()
        .flatMap(DaprBindings::misread)
        .forEach(set -> outcome.finding(misread(set)));
    return outcome.build();
  }

  /** Where a call is told its app, method or verb by its value. */
  private static Stream<AssignmentExpression> misread(CodeBase code) {
    return code.files().stream()
        .filter(file -> code.names().references(file).anyMatch(r -> r.resolution().is(CALL)))
        .flatMap(file -> file.root().descendants(AssignmentExpression.class))
        .filter(set -> set.left().text().matches("(.*\\.)?(AppId|MethodName|HttpVerb)"));
  }

  private static Diagnostic misread(AssignmentExpression set) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        set.location(),
        "`"
            + set.text()
            + "`: of a value that comes from the worker the extension reads it with its quotes",
        "name app, method and verb at the attribute, with {…} where they differ");
  }

  private static void indexed(Project project, Binding first, RuleOutcome.Builder outcome) {
    PropertyEdits properties = new PropertyEdits(project, INFO.id());
    outcome.edits(properties.set(SWITCH, "false"));
    outcome.edits(properties.newGroup());
    outcome.finding(
        Diagnostic.of(
            Code.INDEXED_BY_HOST,
            first.attribute().orElseThrow().location(),
            "Worker.Sdk leaves `"
                + first.attribute().orElseThrow().name().text()
                + "` out of the program: "
                + SWITCH
                + " is false in the project, so that the host reads a file of the build",
            "call one such function after the first deployment"));
  }

  /** Whether the value of a method goes to who called; a text arrives as it did. */
  private static boolean answers(Function function) {
    Optional<Binding> trigger =
        function.trigger().filter(binding -> binding.kind().startsWith(PREFIX));
    boolean isBound = function.outputs().stream().anyMatch(Binding::isReturn);
    TypeSyntax type = function.method().returnType();
    return trigger.isPresent()
        && !isBound
        && !type.text().matches("(.*\\b(Value)?Task<)?(void|string|String|(.*\\.)?(Value)?Task)>?");
  }

  private static Diagnostic answer(Function function) {
    return Diagnostic.of(
        Code.ANSWER_OF_TRIGGER,
        function.location(),
        "what function `"
            + function.displayName()
            + "` returns is the answer to a call of Dapr, and the host writes it in another way",
        "compare the answer with the one before, or return JSON as a text");
  }
}
