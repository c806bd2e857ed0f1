package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps {@code binder.BindAsync<TextWriter>(new BlobAttribute(path))}: a class of the compatibility
 * file opens what the attribute names with a client of the SDK. A use that cannot be seen through
 * is a blocker (bindings 5).
 */
public final class ImperativeBindings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0321", "Attributes of a binder are opened by clients", Step.CODE);

  private static final Set<String> BINDERS =
      Set.of("Microsoft.Azure.WebJobs.IBinder", "Microsoft.Azure.WebJobs.Binder");
  private static final String TOKENS = "System.IdentityModel.Tokens.Jwt";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    List<Function> functions =
        conversion.plans().stream()
            .map(FunctionPlan::function)
            .filter(ImperativeBindings::takesBinder)
            .toList();
    functions.forEach(function -> outcome.need(need(CompatibilityPart.BINDER, function)));
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(Invocation.class)
          .filter(call -> BinderCall.isOne(call, BINDERS, code))
          .forEach(call -> judge(call, conversion, functions, outcome));
    }
    return outcome.build();
  }

  private static boolean takesBinder(Function function) {
    return function.parameters().stream()
        .anyMatch(p -> p.typeName().filter(BINDERS::contains).isPresent());
  }

  private static void judge(
      Invocation call,
      Conversion conversion,
      List<Function> functions,
      RuleOutcome.Builder outcome) {
    Optional<BinderCall> read = BinderCall.of(call, conversion.app());
    if (read.isEmpty()) {
      outcome.finding(unknown(call));
      return;
    }
    BinderCall known = read.get();
    outcome.finding(opened(call));
    outcome.need(
        new Need.Package(conversion.app().project().path(), known.attribute().packageId()));
    if (known.parts().contains(CompatibilityPart.BINDER_SIGNAL_R_CLAIMS)) {
      outcome.need(new Need.Package(conversion.app().project().path(), TOKENS));
    }
    List<Function> callers = around(call, functions);
    for (CompatibilityPart part : known.parts()) {
      callers.forEach(function -> outcome.need(need(part, function)));
    }
    if (known.parts().contains(CompatibilityPart.BINDER_SIGNAL_R)) {
      callers.stream()
          .filter(Function::isHttp)
          .map(function -> need(CompatibilityPart.BINDER_SIGNAL_R_HTTP, function))
          .forEach(outcome::need);
    }
  }

  private static Need need(CompatibilityPart part, Function function) {
    return new Need.Compatibility(part, function.displayName());
  }

  /** The function that calls it; all of them for a helper. */
  private static List<Function> around(Invocation call, List<Function> functions) {
    List<Function> found =
        functions.stream()
            .filter(function -> function.file().equals(call.file()))
            .filter(function -> function.method().span().contains(call.span()))
            .toList();
    return found.isEmpty() ? functions : found;
  }

  private static Diagnostic opened(Invocation call) {
    return Diagnostic.of(
        Code.BOUND_BY_CLIENT,
        call.location(),
        "`"
            + call.target().text()
            + "` opens what its attribute names with a client of the SDK now",
        "review the connection: the worker must see its setting");
  }

  private static Diagnostic unknown(Invocation call) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        call.location(),
        "`" + call.target().text() + "`: what it binds cannot be told, or no client opens it",
        "inject an SDK client and use it where the binder is used");
  }
}
