package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.TriggerMetadata;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeShape;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.BindingType;
import dev.migrator.rule.BindingType.Verdict;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.rule.ValueUse;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds for every parameter of a function who supplies it in the worker: a binding, the worker, or
 * a part of the compatibility file; a parameter that nobody supplies would arrive null and is a
 * blocker.
 */
public final class ParameterSources implements Rule {
  private static final String STORAGE = "Microsoft.Azure.WebJobs.Extensions.Storage";
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

  private static final Set<String> TEXT = Set.of("System.String", "System.Object");

  private static final String ADVICE =
      "take string, byte[] or a class of your own and convert in the method";

  private static final Map<String, CompatibilityPart> PARTS =
      Map.of(
          "Microsoft.Extensions.Logging.ILogger",
          CompatibilityPart.LOGGER,
          "Microsoft.Azure.WebJobs.Binder",
          CompatibilityPart.BINDER,
          "Microsoft.Azure.WebJobs.IBinder",
          CompatibilityPart.BINDER,
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
    Set<String> used = memberNames(conversion);
    NameResolver names = conversion.app().code().names();
    for (FunctionPlan plan : conversion.plans()) {
      Function function = plan.function();
      for (FunctionParameter parameter : function.parameters()) {
        if (isInjected(parameter, conversion)) {
          injected(function, parameter, conversion, outcome);
        } else {
          source(function, parameter, shape(parameter, names), used, conversion, outcome);
        }
      }
      returned(plan, conversion, outcome);
    }
    return outcome.build();
  }

  /**
   * Names anywhere in the app: behind a dot, of types of parameters, of created types as {@code new
   * X}, of base types as {@code : X}.
   */
  private static Set<String> memberNames(Conversion conversion) {
    return conversion.app().codeBases().stream()
        .flatMap(code -> code.files().stream())
        .flatMap(
            file ->
                Stream.of(
                        file.root().descendants(MemberAccess.class).map(a -> a.name().identifier()),
                        file.root()
                            .descendants(ObjectCreation.class)
                            .flatMap(creation -> creation.type().stream())
                            .map(type -> "new " + type.text()),
                        file.root()
                            .descendants(TypeDeclaration.class)
                            .flatMap(type -> type.baseTypes().stream())
                            .map(base -> ": " + simpleName(base)),
                        file.root()
                            .descendants(Parameter.class)
                            .flatMap(p -> p.type().stream())
                            .map(TypeSyntax::text))
                    .flatMap(names -> names))
        .collect(Collectors.toSet());
  }

  private static String simpleName(TypeSyntax type) {
    return type.text().replaceAll("<.*", "").replaceAll(".*[.:]", "");
  }

  private static boolean isInjected(FunctionParameter parameter, Conversion conversion) {
    NameResolver names = conversion.app().code().names();
    return parameter
        .syntax()
        .attributes()
        .flatMap(attribute -> names.resolveAttribute(attribute).type().stream())
        .flatMap(type -> conversion.types().of(type.metadataName()).stream())
        .anyMatch(
            counterpart ->
                counterpart instanceof Counterpart.Part part
                    && part.part() == CompatibilityPart.INJECTED);
  }

  /** The converter sees the type of a parameter, not its name. */
  private static void injected(
      Function function,
      FunctionParameter parameter,
      Conversion conversion,
      RuleOutcome.Builder outcome) {
    boolean isAmbiguous =
        function.parameters().stream()
            .filter(other -> !isInjected(other, conversion))
            .anyMatch(other -> type(other).equals(type(parameter)));
    if (isAmbiguous) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "another parameter without the attribute has the same type",
              Optional.of("take the service by the constructor of the class")));
    }
  }

  private static Optional<String> type(FunctionParameter parameter) {
    return parameter.typeName().or(() -> parameter.syntax().type().map(TypeSyntax::text));
  }

  private static void source(
      Function function,
      FunctionParameter parameter,
      Optional<TypeShape> shape,
      Set<String> used,
      Conversion conversion,
      RuleOutcome.Builder outcome) {
    if (parameter.binding().isPresent()) {
      bound(function, parameter, shape, used, conversion, outcome);
    } else if (FunctionPlan.typeOf(parameter).isPresent()) {
      ofTable(function, parameter, "parameter without a binding", used, outcome);
    } else if (!FunctionPlan.isOutput(parameter)) {
      unbound(function, parameter, shape, outcome);
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
      Set<String> used,
      Conversion conversion,
      RuleOutcome.Builder outcome) {
    String kind = parameter.binding().orElseThrow().kind();
    String type = parameter.typeName().orElse("");
    NameResolver names = conversion.app().code().names();
    if (type.isEmpty() || PackagePayloads.isHandedOver(parameter.syntax().type(), names)) {
      outcome.finding(typeUnresolved(function, parameter));
      return;
    }
    if (!conversion.knows(kind)) {
      return;
    }
    PackagePayloads.check(function, parameter.syntax().type(), names).ifPresent(outcome::finding);
    if (kind.equals("httpTrigger") && isRefused(type, shape)) {
      outcome.finding(
          notConvertible(function, parameter, cannotConvert(kind, type), Optional.empty()));
      return;
    }
    if (kind.equals("webPubSubTrigger") && isUnnamedRequest(parameter)) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "the host finds what the worker gets by the name of the parameter, and has none of"
                  + " this name: it would arrive null",
              Optional.of("call the parameter `request`")));
    }
    ofTable(function, parameter, kind, used, outcome);
    savedAsPlainClass(function, parameter, conversion).ifPresent(outcome::finding);
  }

  /** In-process the type alone told what it is (WebPubSubTriggerValueProvider). */
  private static boolean isUnnamedRequest(FunctionParameter parameter) {
    return parameter.typeName().orElse("").endsWith("EventRequest")
        && !parameter.name().equalsIgnoreCase("request");
  }

  private static void ofTable(
      Function function,
      FunctionParameter parameter,
      String kind,
      Set<String> used,
      RuleOutcome.Builder outcome) {
    String type = parameter.typeName().orElse("");
    Optional<BindingType> found = FunctionPlan.typeOf(parameter);
    found.stream().flatMap(row -> row.parts(used)).forEach(part -> need(part, function, outcome));
    found
        .filter(row -> parameter.binding().isPresent())
        .ifPresent(row -> entity(function, parameter, row, outcome));
    boolean isNamed =
        found
            .filter(row -> row.verdict() != Verdict.SENDER)
            .filter(row -> used.stream().anyMatch(row.unless()::contains))
            .isPresent();
    if (isNamed || found.filter(row -> row.verdict() != Verdict.NO).isEmpty()) {
      outcome.finding(
          notConvertible(
              function, parameter, cannotConvert(kind, type), found.map(BindingType::advice)));
    }
  }

  private static String cannotConvert(String kind, String type) {
    return "the worker cannot convert a " + kind + " to " + type;
  }

  /**
   * The in-process trigger took neither interfaces nor types of the namespace System; a function
   * with one never ran, and shall not begin to answer (keeping-signatures 1).
   */
  private static boolean isRefused(String type, Optional<TypeShape> shape) {
    boolean isSystemType = type.matches("System\\.[A-Za-z0-9]+(<.*>)?") && !TEXT.contains(type);
    return isSystemType || shape.filter(TypeShape.INTERFACE::equals).isPresent();
  }

  /** Version 4 of the storage extension knew Microsoft.Azure.Cosmos.Table alone. */
  private static Optional<Diagnostic> savedAsPlainClass(
      Function function, FunctionParameter parameter, Conversion conversion) {
    boolean isPlain =
        conversion.app().project().references(STORAGE)
            && !conversion.app().project().isBefore("Storage", "4.0.0");
    return FunctionPlan.typeOf(parameter)
        .filter(row -> isPlain && row.kind().equals("table:saved-earliest"))
        .map(
            row ->
                Diagnostic.of(
                    Code.RUNTIME_DIFFERENCE,
                    parameter.syntax().location(),
                    "`"
                        + parameter.name()
                        + "` of function `"
                        + function.displayName()
                        + "` was a plain class to the host: it saved enums and nested values as"
                        + " text, which the entity itself does not write",
                    "nothing to do where all its properties are text, numbers, dates or bytes"));
  }

  /** What the in-process host did for one document or entity, and the worker does not. */
  private static void entity(
      Function function,
      FunctionParameter parameter,
      BindingType row,
      RuleOutcome.Builder outcome) {
    String kind = parameter.binding().orElseThrow().kind();
    if (kind.equals("cosmosDBTrigger")
        && parameter.typeName().orElse("").contains("Newtonsoft.Json.Linq.")) {
      outcome.finding(
          Diagnostic.of(
              Code.RUNTIME_DIFFERENCE,
              parameter.syntax().location(),
              "the documents of function `"
                  + function.displayName()
                  + "` pass through the JSON of the host: dates in them may be written anew",
              "nothing to do unless the text of a date counts"));
    }
    boolean isEntity =
        parameter.binding().orElseThrow().direction() == Direction.IN
            && row.verdict() == Verdict.WORKER
            && Set.of("table", "cosmosDB").contains(kind)
            && !parameter.typeName().orElse("").startsWith("System.");
    if (isEntity && ValueUse.isChanged(parameter)) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "the in-process host saved its changes, the worker does not",
              Optional.of("save it with a client of the SDK, or send it to an output")));
    }
    if (kind.equals("table") && isWholeTable(parameter, row)) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "without a partition key the worker reads no rows as objects",
              Optional.of(
                  "take IEnumerable<TableEntity> or a TableClient, or name the partition")));
    }
    if (isFileForMany(parameter) && !row.isAdapted()) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "the worker takes a path that ends like a file for one blob",
              Optional.of("bind the container, and list the blobs with the prefix in the method")));
    }
    if (isEntity && kind.equals("table") && ValueUse.mayTestForNull(parameter)) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "a missing entity was null in-process, in the worker the call fails",
              Optional.of("take a TableClient and call GetEntityIfExistsAsync")));
    }
    if (isEntity && kind.equals("cosmosDB") && isWithoutKey(parameter)) {
      outcome.finding(
          notConvertible(
              function,
              parameter,
              "without a partition key the worker does not read a document",
              Optional.of("name the PartitionKey, or take a Container and read with it")));
    }
  }

  private static boolean isWholeTable(FunctionParameter parameter, BindingType row) {
    Binding binding = parameter.binding().orElseThrow();
    return binding.direction() == Direction.IN
        && row.verdict() == Verdict.WORKER
        && row.type().equals("*")
        && !binding.properties().containsKey("partitionKey");
  }

  /** Trap 7 of the bindings: several blobs below {@code c/v1.0}. */
  private static boolean isFileForMany(FunctionParameter parameter) {
    Object path = parameter.binding().orElseThrow().properties().get("blobPath");
    String type = parameter.typeName().orElse("");
    return String.valueOf(path).matches(".*/.*\\.[A-Za-z0-9]+")
        && parameter.binding().orElseThrow().kind().equals("blob")
        && !FunctionPlan.isOutput(parameter)
        && (type.startsWith("System.Collections.")
            || type.endsWith("[]") && !type.equals("System.Byte[]")
            || type.endsWith(".BlobContainerClient"));
  }

  private static boolean isWithoutKey(FunctionParameter parameter) {
    SortedMap<String, Object> properties = parameter.binding().orElseThrow().properties();
    return properties.containsKey("id") && !properties.containsKey("partitionKey");
  }

  private static void returned(
      FunctionPlan plan, Conversion conversion, RuleOutcome.Builder outcome) {
    Optional<Binding> output = plan.returnOutput();
    if (output.isEmpty() || !conversion.knows(output.get().kind())) {
      return;
    }
    PackagePayloads.check(
            plan.function(),
            Optional.of(plan.function().method().returnType()),
            conversion.app().code().names())
        .ifPresent(outcome::finding);
    Optional<BindingType> found = plan.returnType();
    found.stream()
        .flatMap(row -> row.parts().stream())
        .forEach(part -> need(part, plan.function(), outcome));
    if (found.filter(row -> row.verdict() != Verdict.NO).isEmpty()) {
      outcome.finding(
          Diagnostic.of(
              Code.PARAMETER_NOT_SUPPLIED,
              output
                  .flatMap(Binding::attribute)
                  .map(Attribute::location)
                  .orElse(plan.function().location()),
              "the result of function `"
                  + plan.function().displayName()
                  + "`: the worker cannot send a "
                  + output.get().clrType().orElse("value whose type cannot be resolved")
                  + " to a "
                  + output.get().kind(),
              found.map(BindingType::advice).orElse(ADVICE)));
    }
  }

  private static Diagnostic notConvertible(
      Function function, FunctionParameter parameter, String what, Optional<String> advice) {
    return said(Code.PARAMETER_NOT_SUPPLIED, function, parameter, what, advice.orElse(ADVICE));
  }

  private static Diagnostic said(
      Code code, Function function, FunctionParameter parameter, String what, String advice) {
    return Diagnostic.of(
        code,
        parameter.syntax().location(),
        "parameter `"
            + parameter.name()
            + "` of function `"
            + function.displayName()
            + "`: "
            + what,
        advice);
  }

  private static void unbound(
      Function function,
      FunctionParameter parameter,
      Optional<TypeShape> shape,
      RuleOutcome.Builder outcome) {
    String type = parameter.typeName().orElse("");
    boolean isOfRequest = type.equals(REQUEST) || type.equals(PRINCIPAL);
    boolean isValue = PLAIN.contains(type) || CONVERTED.contains(type) || isEnum(shape);
    metadata(function, parameter).ifPresent(outcome::finding);
    if (TriggerMetadata.supplies(function, parameter)) {
      return;
    }
    if (isValue && !BindingValues.mayHave(function, parameter)) {
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

  /** Values that the host sends in a form that the worker does not turn back (bindings 0.3). */
  private static Optional<Diagnostic> metadata(Function function, FunctionParameter parameter) {
    boolean isFraction =
        !function.isHttp() && parameter.typeName().filter("System.Double"::equals).isPresent();
    if (isFraction) {
      return Optional.of(
          said(
              Code.METADATA_FORM,
              function,
              parameter,
              "where the host sends a number with a fraction, the call fails",
              "take a string, or read it from FunctionContext.BindingContext.BindingData"));
    }
    return TriggerMetadata.isJsonAsText(function, parameter)
        ? Optional.of(
            said(
                Code.METADATA_FORM,
                function,
                parameter,
                "the in-process host had no text of it to give, and the function did not start; the"
                    + " worker gives its JSON: a date stands in quotes",
                "give the parameter the type of the value, DateTime for a date"))
        : Optional.empty();
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
