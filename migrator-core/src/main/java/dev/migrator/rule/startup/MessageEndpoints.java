package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps an endpoint of NServiceBus that functions feed: {@code endpoint.Send(order, context,
 * logger)} finds its method in the compatibility file, the trigger that the package makes keeps its
 * name and queue (core-model 11). What only the in-process package can do is a blocker.
 */
public final class MessageEndpoints implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0416", "Endpoints of NServiceBus stay with their functions", Step.CODE);

  private static final String PACKAGE = "NServiceBus.AzureFunctions.InProcess.ServiceBus";
  private static final String ISOLATED = "NServiceBus.AzureFunctions.Worker.ServiceBus";
  private static final NuGetVersion FIRST = NuGetVersion.parse("4.0").orElseThrow();
  private static final NuGetVersion FIFTH = NuGetVersion.parse("5.0").orElseThrow();
  private static final NuGetVersion SIXTH = NuGetVersion.parse("6.0").orElseThrow();

  private static final String ENDPOINT = "NServiceBus.IFunctionEndpoint";
  private static final Set<String> TRIGGER =
      Set.of("NServiceBus.NServiceBusTriggerFunctionAttribute");
  private static final String ATOMIC = "SendsAtomicWithReceive";
  private static final String PROCESS_ATOMIC = "ProcessAtomic";
  private static final String PROCESS = "ProcessNonAtomic";
  private static final Set<String> SENDING = Set.of("Send", "Publish", "Subscribe", "Unsubscribe");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    Optional<PackageReference> reference = reference(app);
    Optional<NuGetVersion> version = reference.flatMap(MessageEndpoints::version);
    if (version.filter(v -> v.compareTo(FIRST) >= 0).isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    boolean isFourth = version.get().compareTo(FIFTH) < 0;
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CSharpFile file : app.code().files()) {
      triggers(file, app.code()).forEach(trigger -> trigger(trigger, isFourth, outcome));
      calls(conversion, file, isFourth, outcome);
    }
    for (CodeBase library : app.libraries()) {
      library.files().stream()
          .flatMap(file -> endpointCalls(file, library))
          .forEach(
              call -> outcome.finding(gone(call, "move the call into a class of the app first")));
      if (library.project().references(PACKAGE)) {
        outcome.need(new Need.Package(library.project().path(), ISOLATED));
      }
    }
    for (CodeBase tests : app.tests()) {
      tests.files().stream()
          .filter(file -> namesEndpoint(file, tests))
          .forEach(file -> outcome.finding(testOf(file)));
    }
    outcome.finding(moved(reference.get(), version.get()));
    return outcome.build();
  }

  /** Whether an app has an endpoint. */
  static boolean isIn(FunctionApp app) {
    return reference(app).isPresent();
  }

  private static Optional<PackageReference> reference(FunctionApp app) {
    return app.running()
        .flatMap(code -> code.project().packageReference(PACKAGE).stream())
        .findFirst();
  }

  private static Optional<NuGetVersion> version(PackageReference reference) {
    return reference.version().flatMap(NuGetVersion::lowestOf);
  }

  private static Stream<Attribute> triggers(CSharpFile file, CodeBase code) {
    return file.root().attributeLists().stream()
        .flatMap(list -> list.attributes().stream())
        .filter(attribute -> code.names().resolveAttribute(attribute).isAny(TRIGGER));
  }

  private static void trigger(Attribute trigger, boolean isFourth, RuleOutcome.Builder outcome) {
    for (AttributeArgument argument : trigger.arguments()) {
      if (argument.propertyName().filter(name -> name.is(ATOMIC)).isPresent()) {
        if (argument.expression().text().equals("false")) {
          outcome.edit(Removal.ofListElement(argument, trigger.arguments(), INFO.id()));
        } else {
          outcome.finding(
              without(
                  trigger.location(),
                  ATOMIC + " of [NServiceBusTriggerFunction]",
                  "use the outbox, or send in handlers that may run twice, and take "
                      + ATOMIC
                      + " out first: messages go before the received one is completed there"));
        }
      }
      if (isFourth && argument.propertyName().filter(name -> name.is("Connection")).isPresent()) {
        outcome.finding(
            without(
                trigger.location(),
                "Connection of [NServiceBusTriggerFunction]",
                "name the setting AzureWebJobsServiceBus first, or raise the package to version 5"));
      }
    }
    boolean isSetting =
        trigger.constructorArguments().stream()
            .anyMatch(argument -> argument.expression().text().startsWith("\"%"));
    if (isSetting && trigger.named("TriggerFunctionName").isEmpty()) {
      outcome.finding(
          without(
              trigger.location(),
              "a setting as the name of the endpoint without TriggerFunctionName",
              "write TriggerFunctionName, with the name that the function has now"));
    }
  }

  private static void calls(
      Conversion conversion, CSharpFile file, boolean isFourth, RuleOutcome.Builder outcome) {
    List<Invocation> calls = endpointCalls(file, conversion.app().code()).toList();
    if (calls.isEmpty()) {
      return;
    }
    for (Invocation call : calls) {
      if (name(call).equals(PROCESS_ATOMIC)) {
        outcome.finding(
            gone(
                call,
                "call ProcessNonAtomic first, with AutoCompleteMessages = true at the trigger, and"
                    + " use the outbox where messages must not be sent twice"));
      } else if (name(call).equals(PROCESS) && isFourth) {
        outcome.finding(
            gone(
                call,
                "write [assembly: NServiceBusTriggerFunction] with TriggerFunctionName for it, or"
                    + " raise the package to version 5"));
      } else if (name(call).equals(PROCESS)) {
        outcome.need(new Need.Compatibility(CompatibilityPart.ENDPOINT_MESSAGES, ""));
      }
    }
    outcome.need(new Need.Compatibility(CompatibilityPart.ENDPOINT_CALLS, ""));
    outcome.need(new Need.Compatibility(CompatibilityPart.EXECUTION_CONTEXT, ""));
    outcome.need(new Need.Using(file.source().path(), conversion.generatedNamespace()));
  }

  /** Calls of the names that an endpoint has, in a file that names it. */
  private static Stream<Invocation> endpointCalls(CSharpFile file, CodeBase code) {
    return namesEndpoint(file, code)
        ? file.root()
            .descendants(Invocation.class)
            .filter(call -> call.target() instanceof MemberAccess)
            .filter(call -> isOfEndpoint(name(call)))
        : Stream.empty();
  }

  private static boolean isOfEndpoint(String name) {
    return SENDING.contains(name) || name.equals(PROCESS) || name.equals(PROCESS_ATOMIC);
  }

  private static boolean namesEndpoint(CSharpFile file, CodeBase code) {
    return file.source().text().contains("IFunctionEndpoint")
        && code.names().references(file).anyMatch(name -> name.resolution().is(ENDPOINT));
  }

  private static String name(Invocation call) {
    return ((MemberAccess) call.target()).name().identifier();
  }

  private static Diagnostic gone(Invocation call, String advice) {
    return without(call.location(), "`" + name(call) + "` of IFunctionEndpoint", advice);
  }

  private static Diagnostic without(Location at, String what, String advice) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        at,
        what + " is not part of the package for the worker",
        advice);
  }

  private static Diagnostic testOf(CSharpFile file) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.MANUAL,
        Location.ofFile(file.source().path()),
        "IFunctionEndpoint takes the FunctionContext of the worker now: a double of it is never"
            + " called with an ExecutionContext",
        "set up and verify the calls with FunctionContext, and hand the functions a context of"
            + " InProcessCompatibility.cs");
  }

  private static Diagnostic moved(PackageReference reference, NuGetVersion version) {
    boolean isBefore = version.compareTo(SIXTH) < 0;
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.WARNING,
        reference.location(),
        "the endpoint of NServiceBus moves to "
            + ISOLATED
            + ": it logs as NServiceBus instead of as the function (Program.cs lets that pass)"
            + (isBefore
                ? ", and asks for Microsoft.Azure.Functions.Worker below version 2 (warning NU1608)"
                : ""),
        "send one message through the endpoint before the release"
            + (isBefore
                ? "; raise NServiceBus when the app has moved, which ends the warning"
                : ""));
  }
}
