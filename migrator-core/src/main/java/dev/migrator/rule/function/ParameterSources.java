package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeShape;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for every parameter of a function who supplies it in the worker: a binding, the worker, or
 * a part of the compatibility file; a parameter that nobody supplies would arrive null and is a
 * blocker.
 */
public final class ParameterSources implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0304", "Every parameter has a source", Step.CODE);

  /** Bound by name from route and trigger metadata without help (core-model 3.7). */
  private static final Set<String> PLAIN =
      Set.of(
          "System.String",
          "System.Int16",
          "System.Int32",
          "System.Int64",
          "System.Double",
          "System.Guid");

  /** Bound by name, converted otherwise than before. */
  private static final Set<String> CONVERTED =
      Set.of(
          "System.Boolean",
          "System.Byte",
          "System.Char",
          "System.DateTime",
          "System.DateTimeOffset",
          "System.Decimal",
          "System.SByte",
          "System.Single",
          "System.UInt16",
          "System.UInt32",
          "System.UInt64");

  private static final String REQUEST = "Microsoft.AspNetCore.Http.HttpRequest";
  private static final String PRINCIPAL = "System.Security.Claims.ClaimsPrincipal";

  /** Supplied whatever the parameter is called; a request in HTTP functions only. */
  private static final Set<String> OF_THE_WORKER =
      Set.of(REQUEST, "System.Threading.CancellationToken");

  private static final Map<String, CompatibilityPart> PARTS =
      Map.of(
          "Microsoft.Extensions.Logging.ILogger",
          CompatibilityPart.LOGGER,
          "Microsoft.Azure.WebJobs.ExecutionContext",
          CompatibilityPart.EXECUTION_CONTEXT,
          "Microsoft.Azure.WebJobs.Host.TraceWriter",
          CompatibilityPart.TRACE_WRITER,
          PRINCIPAL,
          CompatibilityPart.CLAIMS_PRINCIPAL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    NameResolver names = conversion.app().code().names();
    for (FunctionPlan plan : conversion.plans()) {
      plan.function().parameters().stream()
          .filter(parameter -> !FunctionPlan.isOutput(parameter))
          .forEach(parameter -> source(plan.function(), parameter, names, outcome));
    }
    return outcome.build();
  }

  private static void source(
      Function function,
      FunctionParameter parameter,
      NameResolver names,
      RuleOutcome.Builder outcome) {
    if (parameter.typeName().isEmpty() && parameter.binding().isPresent()) {
      outcome.finding(typeUnresolved(function, parameter));
    } else if (parameter.binding().isPresent()) {
      bound(function, parameter, shape(parameter, names), outcome);
    } else {
      unbound(function, parameter, shape(parameter, names), outcome);
    }
  }

  /** Of the type itself; empty for arrays and keywords. */
  private static Optional<TypeShape> shape(FunctionParameter parameter, NameResolver names) {
    return parameter
        .syntax()
        .type()
        .filter(type -> parameter.typeName().filter(name -> name.endsWith("]")).isEmpty())
        .flatMap(type -> names.resolve(type).type())
        .map(TypeSymbol::shape);
  }

  private static void bound(
      Function function,
      FunctionParameter parameter,
      Optional<TypeShape> shape,
      RuleOutcome.Builder outcome) {
    String kind = parameter.binding().orElseThrow().kind();
    String type = parameter.typeName().orElseThrow();
    if (!TriggerTypes.isKnown(kind)) {
      return;
    }
    switch (TriggerTypes.support(kind, type, shape)) {
      case WORKER -> {}
      case BODY_TRIGGER -> need(CompatibilityPart.BODY_TRIGGER, function, outcome);
      case OBJECT_TRIGGER -> need(CompatibilityPart.OBJECT_TRIGGER, function, outcome);
      case REQUEST_MESSAGE -> {
        need(CompatibilityPart.REQUEST_MESSAGE, function, outcome);
        need(CompatibilityPart.BODY_BUFFERING, function, outcome);
      }
      case NONE -> outcome.finding(notConverted(function, parameter, kind, type));
    }
  }

  private static void unbound(
      Function function,
      FunctionParameter parameter,
      Optional<TypeShape> shape,
      RuleOutcome.Builder outcome) {
    String type = parameter.typeName().orElse("");
    boolean isOfRequest = type.equals(REQUEST) || type.equals(PRINCIPAL);
    boolean isValue = PLAIN.contains(type) || CONVERTED.contains(type) || isEnum(shape);
    if (isValue && !BindingValues.has(function, parameter.name())) {
      outcome.finding(withoutValue(function, parameter));
    } else if (isOfRequest && !function.isHttp()) {
      outcome.finding(notSupplied(function, parameter, type));
    } else if (PARTS.containsKey(type)) {
      need(Objects.requireNonNull(PARTS.get(type)), function, outcome);
    } else if (CONVERTED.contains(type) || isEnum(shape) && function.isHttp()) {
      need(CompatibilityPart.ROUTE_VALUES, function, outcome);
    } else if (!PLAIN.contains(type) && !OF_THE_WORKER.contains(type)) {
      outcome.finding(notSupplied(function, parameter, type));
    }
  }

  /** No call with one ever succeeded in-process, and none will: the part throws as the host did. */
  private static boolean isEnum(Optional<TypeShape> shape) {
    return shape.filter(TypeShape.ENUM::equals).isPresent();
  }

  private static Diagnostic withoutValue(Function function, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.PARAMETER_NOT_SUPPLIED,
        parameter.syntax().location(),
        "no value of the trigger is called `"
            + parameter.name()
            + "`: the in-process host refused function `"
            + function.displayName()
            + "`, the worker would run it",
        "put the name into the route, or take the parameter or the function out");
  }

  private static Diagnostic notConverted(
      Function function, FunctionParameter parameter, String kind, String type) {
    return Diagnostic.of(
        Code.PARAMETER_NOT_SUPPLIED,
        parameter.syntax().location(),
        "parameter `"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "`: the worker cannot convert a "
            + kind
            + " to "
            + type,
        "take string, byte[] or a class of your own and convert in the method");
  }

  private static Diagnostic typeUnresolved(Function function, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.BINDING_TYPE_UNRESOLVED,
        parameter.syntax().location(),
        "the type of parameter `"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "` cannot be resolved",
        "make the project compile, or tell its type in migrator.yaml");
  }

  private static Diagnostic notSupplied(
      Function function, FunctionParameter parameter, String type) {
    String named = type.isEmpty() ? parameter.syntax().type().map(t -> t.text()).orElse("?") : type;
    return Diagnostic.of(
        Code.PARAMETER_NOT_SUPPLIED,
        parameter.syntax().location(),
        "parameter `"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "` has the type "
            + named
            + ", which nobody supplies in the worker: it would arrive null",
        "inject what the parameter gives into the constructor of the class, or bind it");
  }

  private static void need(CompatibilityPart part, Function function, RuleOutcome.Builder outcome) {
    outcome.need(new Need.Compatibility(part, function.displayName()));
  }
}
