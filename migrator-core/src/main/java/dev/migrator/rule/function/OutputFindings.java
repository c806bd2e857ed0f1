package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;

/** What people must know of outputs that an adapter sends (keeping-signatures 3, T17, T18). */
final class OutputFindings {
  private OutputFindings() {}

  static List<Diagnostic> of(FunctionPlan plan) {
    List<Diagnostic> findings = new ArrayList<>();
    MethodDeclaration method = plan.function().method();
    if (plan.usesSender()) {
      findings.add(
          Diagnostic.of(
              Code.SENT_BY_CLIENT,
              plan.function().location(),
              "messages of function `"
                  + plan.function().displayName()
                  + "` are sent by a client of the SDK: an output of the worker cannot set their"
                  + " properties",
              "review the connection: the worker must see its setting"));
    }
    if (plan.sendsWithoutBinding()) {
      findings.add(
          Diagnostic.of(
              Code.SENT_BY_CLIENT,
              plan.function().location(),
              "messages of function `"
                  + plan.function().displayName()
                  + "` are sent by a client of their service, since the worker has no such output",
              "see that the worker has the settings that the attribute named"));
    }
    if (!plan.hasOutputsOfTheWorker() || !leavesEarlierInProcess(plan)) {
      return findings;
    }
    findings.add(
        Diagnostic.of(
            Code.OUTPUTS_AFTER_SUCCESS,
            plan.function().location(),
            "outputs of function `"
                + plan.function().displayName()
                + "` leave after the method succeeded; in-process they left at once or at its end,"
                + " even when it failed later",
            "nothing to do unless a message must be out before the method ends"));
    method
        .descendants(Invocation.class)
        .filter(call -> isFlush(call, plan))
        .forEach(call -> findings.add(flush(plan, call)));
    return findings;
  }

  /** A value of {@code out} left after success in-process too, but before the HTTP response. */
  private static boolean leavesEarlierInProcess(FunctionPlan plan) {
    return plan.function().isHttp()
        || plan.outputParameters().stream().anyMatch(p -> !p.syntax().hasModifier("out"));
  }

  static Diagnostic notAdaptable(FunctionPlan plan, String problem) {
    return Diagnostic.of(
        Code.FUNCTION_SHAPE_UNSUPPORTED,
        plan.function().location(),
        "function `" + plan.function().displayName() + "` " + problem,
        "give the parameter an output attribute and make it out or a collector");
  }

  private static boolean isFlush(Invocation call, FunctionPlan plan) {
    return call.target() instanceof MemberAccess access
        && access.name().is("FlushAsync")
        && plan.outputParameters().stream()
            .anyMatch(p -> access.target().map(t -> t.text().equals(p.name())).orElse(false));
  }

  /** Behind it nothing is left that could rely on the message. */
  private static boolean isLast(FunctionPlan plan, Invocation call) {
    return plan.function()
        .method()
        .body()
        .filter(body -> !body.statements().isEmpty())
        .map(body -> body.statements().get(body.statements().size() - 1))
        .filter(ExpressionStatement.class::isInstance)
        .filter(last -> last.span().contains(call.span()))
        .isPresent();
  }

  private static Diagnostic flush(FunctionPlan plan, Invocation call) {
    return new Diagnostic(
        Code.FLUSH_RELIED_ON,
        isLast(plan, call) ? Severity.WARNING : Severity.MANUAL,
        call.location(),
        "`FlushAsync` in function `"
            + plan.function().displayName()
            + "` sends nothing any more; messages leave when the method has succeeded",
        "where code behind it relies on the message being out, send with an SDK client");
  }
}
