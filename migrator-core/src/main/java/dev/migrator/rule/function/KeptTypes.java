package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.Statement;
import java.util.List;
import java.util.Set;

/**
 * Finds what the types that stay can no longer do: members without a counterpart, callers that the
 * platform does not name, tasks that nobody awaited (keeping-signatures 1); changes nothing.
 */
public final class KeptTypes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0314", "Types that stay are used within their limits", Step.CODE);

  private static final Set<String> VALUE_TASKS =
      Set.of("System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1");

  private static final String RETRY = "Microsoft.Azure.WebJobs.Host.RetryContext";

  /** What is used, and what becomes of it. */
  private record Limit(String type, Set<String> members, Code code, String what, String advice) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit(
              "Microsoft.Azure.WebJobs.ExecutionContext",
              Set.of("FunctionDirectory"),
              Code.FUNCTION_FOLDER,
              "names a folder that does not exist any more: the worker writes none for a function",
              "read files from FunctionAppDirectory"),
          new Limit(
              RETRY,
              Set.of("Instance"),
              Code.MEMBER_WITHOUT_COUNTERPART,
              "is not known to the worker",
              "keep what is needed elsewhere; RetryCount and MaxRetryCount stay"),
          new Limit(
              RETRY,
              Set.of("Exception", "State"),
              Code.RETRY_STATE_EMPTY,
              "is always empty in the worker, which knows how often it tried and no more",
              "keep what is needed elsewhere; RetryCount and MaxRetryCount stay"),
          new Limit(
              SignalRValues.CONTEXT,
              SignalRValues.MEMBERS,
              Code.MEMBER_WITHOUT_COUNTERPART,
              "has another type in the worker: several values for a name, an enum for the category",
              "read the value in a method of your own that takes the new type"),
          new Limit(
              "System.Net.Http.HttpRequestMessage",
              Set.of("Properties", "Options"),
              Code.MESSAGE_PROPERTIES,
              "is empty in the worker: the host had put the HttpContext there",
              "take an HttpRequest beside the message, or read headers, query and route"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.plans().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    for (CodeBase code : conversion.app().codeBases()) {
      boolean isTest = conversion.app().tests().contains(code);
      code.files()
          .forEach(
              file ->
                  members(
                      code,
                      file,
                      code.equals(conversion.app().code()),
                      isTest ? WebApiSetUp.in(file, code) : List.of(),
                      outcome));
    }
    if (conversion.app().codeBases().stream().anyMatch(KeptTypes::readsRetryState)) {
      outcome.need(new Need.Compatibility(CompatibilityPart.RETRY_STATE, ""));
    }
    for (FunctionPlan plan : conversion.plans()) {
      plan.function().parameters().stream()
          .filter(KeptTypes::isCaller)
          .forEach(parameter -> outcome.finding(caller(plan.function(), parameter)));
      if (isValueTask(plan.function(), conversion.app().code())) {
        outcome.finding(valueTask(plan.function()));
      }
    }
    return outcome.build();
  }

  private static void members(
      CodeBase code,
      CSharpFile file,
      boolean isApp,
      List<Statement> gone,
      RuleOutcome.Builder outcome) {
    file.root()
        .descendants(MemberAccess.class)
        .filter(access -> gone.stream().noneMatch(s -> s.span().contains(access.span())))
        .filter(access -> !isApp || !SignalRValues.isRead(access, code))
        .forEach(
            access ->
                LIMITS.stream()
                    .filter(limit -> limit.members().contains(access.name().identifier()))
                    .filter(limit -> isOf(access, limit.type(), code))
                    .forEach(limit -> outcome.finding(used(access, limit))));
  }

  private static boolean readsRetryState(CodeBase code) {
    return code.files().stream()
        .flatMap(file -> file.root().descendants(MemberAccess.class))
        .filter(access -> access.name().identifier().matches("Exception|State"))
        .anyMatch(access -> isOf(access, RETRY, code));
  }

  /** Whether a member is one of a variable of the type. */
  static boolean isOf(MemberAccess access, String type, CodeBase code) {
    Expression target = access.target().orElse(null);
    if (target instanceof MemberAccess inner) {
      return type.endsWith(".RetryContext") && inner.name().is("RetryContext");
    }
    return target instanceof NameExpression name && code.names().declaredType(name).is(type);
  }

  private static Diagnostic used(MemberAccess access, Limit limit) {
    return Diagnostic.of(
        limit.code(), access.location(), "`" + access.text() + "` " + limit.what(), limit.advice());
  }

  private static boolean isCaller(FunctionParameter parameter) {
    return parameter
        .typeName()
        .filter("System.Security.Claims.ClaimsPrincipal"::equals)
        .isPresent();
  }

  private static Diagnostic caller(Function function, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.CALLER_OF_PLATFORM,
        parameter.syntax().location(),
        "the caller of function `"
            + function.displayName()
            + "` is known only where WEBSITE_AUTH_ENABLED is true; claims of function keys are gone",
        "nothing to do unless the function asks which key was used");
  }

  private static boolean isValueTask(Function function, CodeBase code) {
    return code.names().resolve(function.method().returnType()).isAny(VALUE_TASKS);
  }

  private static Diagnostic valueTask(Function function) {
    return Diagnostic.of(
        Code.VALUE_TASK_AWAITED,
        function.location(),
        "function `"
            + function.displayName()
            + "` returns a ValueTask: the in-process host did not wait for it and answered with the"
            + " task itself; the worker waits and answers with its value",
        "nothing to do unless somebody relies on the old answer");
  }
}
