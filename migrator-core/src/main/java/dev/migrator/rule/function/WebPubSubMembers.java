package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what apps call on types of Web PubSub: {@code WebPubSubAction.CreateSendToAllAction(x)} by
 * a class of the compatibility file, {@code request.CreateResponse(x)} as a static call, {@code
 * context.Response} as the message that the host made; and the JSON of these types, which
 * Newtonsoft.Json would write by other names (bindings 1.9; azure-sdk-for-net,
 * WebPubSubContextBinding.cs and HttpResponseMessageJsonConverter.cs).
 */
public final class WebPubSubMembers implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0340", "Web PubSub keeps its members and its JSON", Step.CODE);

  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String ACTION =
      "Microsoft.Azure.WebJobs.Extensions.WebPubSub.WebPubSubAction";
  private static final String CONTEXT =
      "Microsoft.Azure.WebJobs.Extensions.WebPubSub.WebPubSubContext";
  private static final Map<String, String> REQUESTS =
      Map.of(
          "Microsoft.Azure.WebPubSub.Common.ConnectEventRequest", "ConnectEventRequest",
          "Microsoft.Azure.WebPubSub.Common.UserEventRequest", "UserEventRequest");
  private static final Set<String> ANSWERS = Set.of("CreateResponse", "CreateErrorResponse");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    boolean readsErrors = json(conversion, outcome);
    CodeBase app = conversion.app().code();
    for (CSharpFile file : app.files()) {
      for (MemberAccess access : responses(file, app.names())) {
        if (readsErrors) {
          response(access, conversion, outcome);
        } else {
          outcome.finding(otherResponse(access));
        }
      }
      for (MemberAccess access : called(file)) {
        Expression target = access.target().orElseThrow();
        if (isCreation(access, app.names())) {
          created(target, conversion, outcome);
        } else if (ANSWERS.contains(access.name().identifier())
            && target instanceof NameExpression name) {
          REQUESTS.forEach((type, simple) -> answered(name, type, simple, app.names(), outcome));
        }
      }
    }
    for (CodeBase library : conversion.app().libraries()) {
      library.files().stream()
          .flatMap(file -> responses(file, library.names()).stream())
          .forEach(access -> outcome.finding(otherResponse(access)));
      library.files().stream()
          .flatMap(file -> called(file).stream())
          .filter(access -> isCreation(access, library.names()))
          .forEach(access -> outcome.finding(inLibrary(access)));
    }
    return outcome.build();
  }

  /** The message of a context, which is a value of another type in the worker. */
  private static List<MemberAccess> responses(CSharpFile file, NameResolver names) {
    return file.root()
        .descendants(MemberAccess.class)
        .filter(access -> access.name().is("Response"))
        .filter(
            access ->
                access.target().orElse(null) instanceof NameExpression name
                    && names.declaredType(name).is(CONTEXT))
        .toList();
  }

  private static void response(
      MemberAccess access, Conversion conversion, RuleOutcome.Builder outcome) {
    String path = access.file().source().path();
    outcome.edit(Edit.replace(path, access.name().span(), "ResponseMessage()", INFO.id()));
    outcome.need(new Need.Using(path, conversion.generatedNamespace()));
    outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_ANSWERS, ""));
  }

  /** Members of something that are called. */
  private static List<MemberAccess> called(CSharpFile file) {
    return file.root()
        .descendants(Invocation.class)
        .map(Invocation::target)
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> access.target().isPresent())
        .filter(access -> access.name().identifier().startsWith("Create"))
        .toList();
  }

  private static boolean isCreation(MemberAccess access, NameResolver names) {
    return access.name().identifier().endsWith("Action")
        && access.target().filter(target -> names.resolve(target).is(ACTION)).isPresent();
  }

  private static void created(Expression type, Conversion conversion, RuleOutcome.Builder outcome) {
    String path = type.file().source().path();
    outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_ACTIONS, ""));
    if (type instanceof NameExpression) {
      outcome.edit(Edit.replace(path, type.span(), "WebPubSubActions", INFO.id()));
      outcome.need(new Need.Using(path, conversion.generatedNamespace()));
    } else {
      outcome.finding(
          without(type, "write the name without its namespace, below a using directive"));
    }
  }

  private static void answered(
      NameExpression request,
      String type,
      String simpleName,
      NameResolver names,
      RuleOutcome.Builder outcome) {
    if (names.declaredType(request).is(type)) {
      String path = request.file().source().path();
      outcome.edit(Edit.replace(path, request.span(), simpleName, INFO.id()));
      outcome.need(new Need.Using(path, WORKER));
    }
  }

  /**
   * The serializers learn of these types.
   *
   * @return whether a context of a refused request can be read, which the worker's own class cannot
   */
  private static boolean json(Conversion conversion, RuleOutcome.Builder outcome) {
    Set<String> kinds =
        conversion.plans().stream()
            .flatMap(plan -> plan.function().bindings().stream())
            .map(Binding::kind)
            .filter(kind -> kind.startsWith("webPubSub") && !kind.contains("SocketIO"))
            .collect(Collectors.toSet());
    if (kinds.isEmpty() || conversion.options().systemTextJson()) {
      return false;
    }
    outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_JSON, ""));
    if (conversion.app().hasHttp()) {
      outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_HTTP, ""));
    }
    outcome.need(
        new Need.StartupCall(Need.StartupCall.FIRST_SERVICE, "builder.UseWebPubSubJson();", ""));
    if (kinds.contains("webPubSubContext")) {
      outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_ERRORS, ""));
    }
    return kinds.contains("webPubSubContext");
  }

  private static Diagnostic otherResponse(MemberAccess access) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.BLOCKER,
        access.location(),
        "`"
            + access.text()
            + "` is a value of another type in the worker, which ASP.NET Core does not send",
        "answer by the facts of the context itself: the error message, or an empty answer with the"
            + " header WebHook-Allowed-Origin for a preflight request");
  }

  private static Diagnostic inLibrary(MemberAccess access) {
    return without(access, "create the action itself: new SendToAllAction { Data = … }");
  }

  private static Diagnostic without(Expression place, String advice) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        place.location(),
        "`" + place.text() + "` has no counterpart in the worker",
        advice);
  }
}
