package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.AwaitExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what code does with the actions of Service Bus: {@code session.ReleaseSession()} is waited
 * for, overloads of {@code DeadLetterMessageAsync} stand in the compatibility file, a session that
 * settles messages does it through {@code ServiceBusMessageActions} (bindings 1.6).
 */
public final class SettlementActions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0322", "Settlement of Service Bus messages stays", Step.CODE);

  private static final String MESSAGE =
      "Microsoft.Azure.WebJobs.ServiceBus.ServiceBusMessageActions";
  private static final String SESSION =
      "Microsoft.Azure.WebJobs.ServiceBus.ServiceBusSessionMessageActions";
  private static final String DEAD_LETTER = "DeadLetterMessageAsync";
  private static final Set<String> SETTLING =
      Set.of("CompleteMessageAsync", "AbandonMessageAsync", "DeferMessageAsync", DEAD_LETTER);

  /** What the worker's session lacks. */
  private static final Set<String> OF_MESSAGES =
      Stream.concat(SETTLING.stream(), Stream.of("RenewMessageLockAsync"))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    for (CSharpFile file : code.files()) {
      calls(file, code, "ReleaseSession", Set.of(SESSION)).forEach(call -> released(call, outcome));
      if (calls(file, code, DEAD_LETTER, Set.of(MESSAGE, SESSION)).findAny().isPresent()) {
        outcome.need(new Need.Compatibility(CompatibilityPart.SETTLEMENT, ""));
        outcome.need(new Need.Using(file.source().path(), conversion.generatedNamespace()));
      }
    }
    for (FunctionPlan plan : conversion.plans()) {
      session(conversion, plan, outcome);
      settledTwice(conversion.app(), plan.function()).ifPresent(outcome::finding);
    }
    return outcome.build();
  }

  private static Stream<Invocation> calls(
      CSharpFile file, CodeBase code, String name, Set<String> types) {
    return file.root()
        .descendants(Invocation.class)
        .filter(call -> named(call).filter(name::equals).isPresent())
        .filter(
            call ->
                receiver(call).filter(n -> code.names().declaredType(n).isAny(types)).isPresent());
  }

  private static Optional<String> named(Invocation call) {
    return call.target() instanceof MemberAccess access
        ? Optional.of(access.name().identifier())
        : Optional.empty();
  }

  private static Optional<NameExpression> receiver(Invocation call) {
    Optional<Expression> target =
        call.target() instanceof MemberAccess access ? access.target() : Optional.empty();
    return target.filter(NameExpression.class::isInstance).map(NameExpression.class::cast);
  }

  /** It was void, so nobody awaits it. */
  private static void released(Invocation call, RuleOutcome.Builder outcome) {
    boolean isValue = call.parent().filter(MemberAccess.class::isInstance).isPresent();
    if (!isValue && call.ancestor(AwaitExpression.class).isEmpty()) {
      outcome.edit(
          Edit.insert(
              call.file().source().path(),
              call.span().end(),
              ".GetAwaiter().GetResult()",
              INFO.id()));
    }
  }

  /** The worker's session cannot settle: the actions of messages come as one more parameter. */
  private static void session(
      Conversion conversion, FunctionPlan plan, RuleOutcome.Builder outcome) {
    Function function = plan.function();
    Optional<FunctionParameter> session = parameter(function, SESSION);
    if (session.isEmpty()) {
      return;
    }
    List<NameExpression> settling = settling(function, session.get().name());
    if (settling.isEmpty()) {
      return;
    }
    if (plan.needsAdapter()
        || parameter(function, MESSAGE).isPresent()
        || isCalled(conversion, plan)) {
      outcome.finding(
          Diagnostic.of(
              Code.MEMBER_WITHOUT_COUNTERPART,
              settling.get(0).location(),
              "`"
                  + session.get().name()
                  + "` settles a message, or renews its lock, in function `"
                  + function.displayName()
                  + "`: the session of the worker cannot",
              "take ServiceBusMessageActions as well, and settle with it"));
      return;
    }
    String name =
        function.parameters().stream().anyMatch(p -> p.name().equals("messageActions"))
            ? "settlementActions"
            : "messageActions";
    String path = function.file().source().path();
    List<Parameter> parameters = function.method().parameterList().parameters();
    int end = parameters.get(parameters.size() - 1).span().end();
    outcome.edit(Edit.insert(path, end, ", ServiceBusMessageActions " + name, INFO.id()));
    outcome.need(new Need.Using(path, "Microsoft.Azure.Functions.Worker"));
    settling.forEach(n -> outcome.edit(Edit.replace(path, n.span(), name, INFO.id())));
  }

  private static Optional<FunctionParameter> parameter(Function function, String type) {
    return function.parameters().stream()
        .filter(p -> p.typeName().filter(type::equals).isPresent())
        .findFirst();
  }

  private static List<NameExpression> settling(Function function, String name) {
    return function
        .method()
        .descendants(Invocation.class)
        .filter(call -> named(call).filter(OF_MESSAGES::contains).isPresent())
        .flatMap(call -> receiver(call).stream())
        .filter(receiver -> receiver.identifier().identifier().equals(name))
        .toList();
  }

  /** Whether code of the app or its tests names the method. */
  private static boolean isCalled(Conversion conversion, FunctionPlan plan) {
    String name = plan.function().method().identifier().identifier();
    return conversion
        .app()
        .files()
        .flatMap(file -> file.root().descendants(Invocation.class))
        .anyMatch(
            call ->
                named(call).filter(name::equals).isPresent()
                    || call.target() instanceof NameExpression target
                        && target.identifier().is(name));
  }

  /** It was so in-process; the log of the host names it since the extension's version 5. */
  private static Optional<Diagnostic> settledTwice(FunctionApp app, Function function) {
    boolean isAutomatic =
        function
            .trigger()
            .filter(trigger -> trigger.kind().equals("serviceBusTrigger"))
            .filter(trigger -> !isSwitchedOff(trigger, app))
            .isPresent();
    return function
        .method()
        .descendants(Invocation.class)
        .filter(call -> isAutomatic && named(call).filter(SETTLING::contains).isPresent())
        .findFirst()
        .map(call -> twice(function, call));
  }

  private static boolean isSwitchedOff(Binding trigger, FunctionApp app) {
    Object own = trigger.properties().get("autoCompleteMessages");
    return Boolean.FALSE.equals(own)
        || own == null
            && app.hostJson()
                .filter(
                    json ->
                        json.source()
                            .text()
                            .matches("(?is).*\"autoComplete(Messages)?\"\\s*:\\s*false.*"))
                .isPresent();
  }

  private static Diagnostic twice(Function function, Invocation call) {
    return Diagnostic.of(
        Code.SETTLED_TWICE,
        call.location(),
        "function `"
            + function.displayName()
            + "` settles its message, and the host does so again when it has returned",
        "write AutoCompleteMessages = false at the trigger if the log shows MessageLockLost");
  }
}
