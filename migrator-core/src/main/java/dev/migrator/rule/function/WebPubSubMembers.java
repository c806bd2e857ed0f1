package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
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

/**
 * Keeps what apps call on types of Web PubSub: {@code WebPubSubAction.CreateSendToAllAction(x)} by
 * a class of the compatibility file, {@code request.CreateResponse(x)} as a static call; and the
 * JSON of these types, which Newtonsoft.Json would write by other names (bindings 1.9).
 */
public final class WebPubSubMembers implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0340", "Web PubSub keeps its members and its JSON", Step.CODE);

  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String ACTION =
      "Microsoft.Azure.WebJobs.Extensions.WebPubSub.WebPubSubAction";
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
    json(conversion, outcome);
    CodeBase app = conversion.app().code();
    for (CSharpFile file : app.files()) {
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
          .flatMap(file -> called(file).stream())
          .filter(access -> isCreation(access, library.names()))
          .forEach(access -> outcome.finding(inLibrary(access)));
    }
    return outcome.build();
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

  /** The serializers learn of these types. */
  private static void json(Conversion conversion, RuleOutcome.Builder outcome) {
    boolean isUsed =
        conversion.plans().stream()
            .flatMap(plan -> plan.function().bindings().stream())
            .map(Binding::kind)
            .anyMatch(kind -> kind.startsWith("webPubSub") && !kind.contains("SocketIO"));
    if (!isUsed || conversion.options().systemTextJson()) {
      return;
    }
    outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_JSON, ""));
    if (conversion.app().hasHttp()) {
      outcome.need(new Need.Compatibility(CompatibilityPart.WEB_PUB_SUB_HTTP, ""));
    }
    outcome.need(
        new Need.StartupCall(Need.StartupCall.FIRST_SERVICE, "builder.UseWebPubSubJson();", ""));
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
