package dev.migrator.verify;

import dev.migrator.model.Binding;
import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.TriggerMetadata;
import dev.migrator.model.names.Resolution;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who supplies the parameters of functions: the worker looks for a value of the trigger with the
 * parameter's name, then asks its converters, and then passes null (bindings 0.3, core-model T1).
 */
final class SuppliedParameters {
  /** By type, whatever the name. */
  private static final Set<String> OF_THE_WORKER =
      Set.of(
          "Microsoft.Azure.Functions.Worker.FunctionContext",
          "Microsoft.Azure.Functions.Worker.ServiceBusMessageActions",
          "Microsoft.Azure.Functions.Worker.ServiceBusSessionMessageActions",
          "System.Threading.CancellationToken");

  private static final Set<String> OF_REQUESTS =
      Set.of(
          "Microsoft.AspNetCore.Http.HttpRequest",
          "Microsoft.Azure.Functions.Worker.Http.HttpRequestData");

  /** Values of routes, queries and trigger metadata. */
  private static final Set<String> VALUES =
      Set.of(
          "System.String",
          "System.Boolean",
          "System.Byte",
          "System.Char",
          "System.DateTime",
          "System.DateTimeOffset",
          "System.Decimal",
          "System.Double",
          "System.Guid",
          "System.Int16",
          "System.Int32",
          "System.Int64",
          "System.SByte",
          "System.Single",
          "System.TimeSpan",
          "System.UInt16",
          "System.UInt32",
          "System.UInt64",
          "System.Uri");

  /** Metadata of triggers that is no plain value; batches have arrays of it. */
  private static final Pattern METADATA =
      Pattern.compile(
          "(?i)(properties|systemProperties|userProperties|applicationProperties|metadata|headers"
              + "|partitionContext|triggerPartitionContext|data|messageSession|messageReceiver"
              + "|client)(Array)?");

  /** Names that say that nobody reads the parameter. */
  private static final Pattern UNUSED = Pattern.compile("(?i)_.*|unused.*");

  private static final Set<String> DURABLE = Set.of("orchestrationTrigger", "entityTrigger");
  private static final Set<String> CONVERTED =
      Set.of(
          "Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute",
          "Microsoft.Azure.Functions.Worker.Converters.InputConverterAttribute");

  private final FunctionApp app;
  private final Compatibility compatibility;
  private final boolean hasOwnConverters;

  SuppliedParameters(FunctionApp app, Compatibility compatibility) {
    this.app = app;
    this.compatibility = compatibility;
    this.hasOwnConverters =
        app.code().files().stream()
            .flatMap(CSharpFile::types)
            .filter(type -> !type.identifier().is("InProcessParameters"))
            .flatMap(type -> type.baseTypes().stream())
            .anyMatch(base -> base.simpleName().equals("IInputConverter"));
  }

  /** Whether the parameter surely arrives null, or fails when it cannot be null. */
  boolean isMissing(Function function, FunctionParameter parameter) {
    return !hasOwnConverters
        && !UNUSED.matcher(parameter.name()).matches()
        && parameter.typeName().isPresent()
        && !isOfOtherPackage(parameter)
        && !hasConverter(parameter)
        && parameter
            .binding()
            .map(binding -> isMissing(binding, parameter.typeName().get()))
            .orElseGet(() -> !isSupplied(function, parameter, parameter.typeName().get()));
  }

  /** A package that the tables do not have may bring a converter for its types. */
  private boolean isOfOtherPackage(FunctionParameter parameter) {
    return parameter
        .syntax()
        .type()
        .filter(TypeSyntax::isName)
        .map(app.code().names()::resolve)
        .filter(app.code().names()::isLeftToPackages)
        .isPresent();
  }

  private boolean hasConverter(FunctionParameter parameter) {
    return parameter.syntax().attributes().anyMatch(this::isConverted);
  }

  /** Unknown attributes may be anything. */
  private boolean isConverted(Attribute attribute) {
    Resolution resolution = app.code().names().resolveAttribute(attribute);
    return resolution.isAny(CONVERTED)
        || compatibility.suppliesServices(resolution.type())
        || resolution.type().filter(t -> !t.isDeclared()).isEmpty();
  }

  /** Of the triggers, only HTTP leaves null what it does not know. */
  private boolean isMissing(Binding binding, String type) {
    return binding.kind().equals("httpTrigger")
        && !OF_REQUESTS.contains(type)
        && !compatibility.suppliesTrigger(type);
  }

  private boolean isSupplied(Function function, FunctionParameter parameter, String type) {
    String kind = function.trigger().map(Binding::kind).orElse("");
    boolean isOfTrigger =
        function.isHttp()
            ? VALUES.contains(type) || OF_REQUESTS.contains(type) || isInRoute(function, parameter)
            : isMetadata(parameter, type) || TriggerMetadata.supplies(function, parameter);
    return isOfTrigger
        || OF_THE_WORKER.contains(type)
        || DURABLE.contains(kind) && !isService(type)
        || isSuppliedByFile(function, type);
  }

  private boolean isSuppliedByFile(Function function, String type) {
    boolean needsRequest = type.equals("System.Security.Claims.ClaimsPrincipal");
    return compatibility.supplies(type) && (function.isHttp() || !needsRequest);
  }

  /** Durable Functions gives the input of an orchestration to any parameter that is left. */
  private static boolean isService(String type) {
    return type.startsWith("Microsoft.Extensions.");
  }

  private static boolean isMetadata(FunctionParameter parameter, String type) {
    String element = type.replaceFirst("(\\[\\])+$", "");
    return VALUES.contains(element) || METADATA.matcher(parameter.name()).matches();
  }

  /** Also where the route cannot be told. */
  private static boolean isInRoute(Function function, FunctionParameter parameter) {
    Object route = function.trigger().map(t -> t.properties().get("route")).orElse("");
    return route instanceof UnresolvedValue
        || Pattern.compile(
                "\\{\\*{0,2}" + Pattern.quote(parameter.name()) + "[}:?=]",
                Pattern.CASE_INSENSITIVE)
            .matcher(String.valueOf(route))
            .find();
  }
}
