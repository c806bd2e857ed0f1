package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.render.InProcessCompatibilityModel.Alias;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FilterTypes;
import dev.migrator.rule.TypeMap;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which pieces of the template a set of parts needs, and the namespaces that these open. */
final class CompatibilityPieces {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String HTTP = "Microsoft.AspNetCore.Http";
  private static final String MVC = "Microsoft.AspNetCore.Mvc";
  private static final String SERVICES = "Microsoft.Extensions.DependencyInjection";
  private static final String LOGGING = "Microsoft.Extensions.Logging";
  private static final String OPTIONS = "Microsoft.Extensions.Options";
  private static final String TASKS = "System.Threading.Tasks";
  private static final String CODE_ANALYSIS = "System.Diagnostics.CodeAnalysis";
  private static final String INSIGHTS = "Microsoft.ApplicationInsights";

  /** What the middleware that calls filters names. */
  private static final List<String> FILTER_TYPES =
      List.of(
          "IFunctionFilter",
          "IFunctionInvocationFilter",
          "FunctionExecutingContext",
          "FunctionExecutedContext",
          "FunctionResult",
          "IFunctionExceptionFilter",
          "FunctionExceptionContext");

  /** Parts whose types the app's file names wherever they stand. */
  private static final Set<CompatibilityPart> CALLED =
      EnumSet.of(
          CompatibilityPart.FUNCTION_FILTERS,
          CompatibilityPart.FUNCTION_EXCEPTIONS,
          CompatibilityPart.NAME_RESOLVER,
          CompatibilityPart.DRAIN_MODE);

  /** Which alone write nothing. */
  private static final Set<String> OPTIONS_OF_PIECES =
      Set.of(
          "chunkedBodies",
          "currentTables",
          "exceptionFilters",
          "instanceFilters",
          "invocationFilters",
          "retryContext",
          "retryState");

  /** System first, as most C# code sorts. */
  static final Comparator<String> SYSTEM_FIRST =
      Comparator.comparing((String name) -> !name.equals("System") && !name.startsWith("System."))
          .thenComparing(Comparator.naturalOrder());

  private final SortedMap<String, Boolean> pieces = new TreeMap<>();
  private final List<Alias> aliases = new ArrayList<>();
  private final SortedSet<String> usings = new TreeSet<>(SYSTEM_FIRST);

  private CompatibilityPieces(
      Set<CompatibilityPart> supplied, Set<CompatibilityPart> types, boolean retryContext) {
    single(supplied);
    clients(supplied);
    put("userLogger", is("logger") || is("traceWriter"));
    put("executionContextType", types.contains(CompatibilityPart.EXECUTION_CONTEXT));
    put("retryContext", retryContext);
    put("traceWriterType", types.contains(CompatibilityPart.TRACE_WRITER));
    put("senders", is("serviceBusSender") || is("eventHubSender"));
    binder(supplied);
    put("bindingSettings", is("senders") || is("binderAttributes") || is("clientSettings"));
    put("collectorTypes", types.contains(CompatibilityPart.COLLECTORS));
    put("triggers", is("requestMessage") || is("bodyTrigger") || is("objectTrigger"));
    put("readsBody", is("bodyTrigger") || is("objectTrigger"));
    put("simpleValues", is("routeValues") || is("objectTrigger"));
    put("resultMapping", is("httpResults") || supplied.contains(CompatibilityPart.RESULT_MAPPING));
    put(
        "parameters",
        is("userLogger")
            || is("executionContext")
            || is("binder")
            || is("claimsParameter")
            || is("injected")
            || is("triggers")
            || is("routeValues"));
    put(
        "requests",
        is("httpResults")
            || is("bodyBuffering")
            || is("forwardedHeaders")
            || is("httpContextAccessor")
            || is("claimsPrincipal"));
    put("check", is("parameters") && is("requests"));
    put("functionFilters", supplied.contains(CompatibilityPart.FUNCTION_FILTERS));
    put("filterTypes", types.contains(CompatibilityPart.FUNCTION_FILTERS));
    put("functionExceptions", types.contains(CompatibilityPart.FUNCTION_EXCEPTIONS));
    put("configurationNames", supplied.contains(CompatibilityPart.NAME_RESOLVER));
    put("nameResolverType", types.contains(CompatibilityPart.NAME_RESOLVER));
    put("stoppingWorker", supplied.contains(CompatibilityPart.DRAIN_MODE));
    put("drainModeType", types.contains(CompatibilityPart.DRAIN_MODE));
    put(
        "registration",
        is("parameters")
            || is("requests")
            || is("telemetryNames")
            || is("functionFilters")
            || is("configurationNames")
            || is("binderCompletion")
            || is("stoppingWorker"));
    usings();
  }

  /** The pieces of an app's file. */
  static CompatibilityPieces ofApp(Conversion conversion, Set<CompatibilityPart> parts) {
    Set<CompatibilityPart> types = EnumSet.noneOf(CompatibilityPart.class);
    Set<CompatibilityPart> elsewhere = EnumSet.noneOf(CompatibilityPart.class);
    named(parts).forEach(part -> (isElsewhere(part, conversion) ? elsewhere : types).add(part));
    Set<CompatibilityPart> supplied = EnumSet.noneOf(CompatibilityPart.class);
    parts.stream()
        .filter(part -> !elsewhere.contains(part) || isTaken(part, conversion))
        .forEach(supplied::add);
    CompatibilityPieces pieces =
        new CompatibilityPieces(
            supplied,
            types,
            supplied.contains(CompatibilityPart.EXECUTION_CONTEXT)
                && readsRetryContext(conversion.app()));
    FilterTypes filters = FilterTypes.of(conversion.app());
    pieces.filters(
        filters.nameCalls(),
        filters.nameExceptions(),
        pieces.is("functionFilters")
            && conversion.app().functions().stream().anyMatch(filters::isOwn));
    pieces.put("chunkedBodies", readsChunkedBodies(conversion.app()));
    pieces.put("currentTables", hasCurrentTables(conversion.app()));
    pieces.open(
        pieces.is("tableRows") && pieces.is("currentTables"), "System.Runtime.Serialization");
    elsewhere.stream()
        .filter(part -> supplied.contains(part) || !parts.contains(part))
        .forEach(part -> pieces.nameFrom(conversion.namespaceOf(part), part));
    return pieces;
  }

  /** Parts whose types the file names; senders are collectors. */
  private static Set<CompatibilityPart> named(Set<CompatibilityPart> parts) {
    Set<CompatibilityPart> named = EnumSet.noneOf(CompatibilityPart.class);
    named.addAll(parts);
    if (parts.contains(CompatibilityPart.EVENT_HUB_SENDER) || ClientPieces.anyCollects(parts)) {
      named.add(CompatibilityPart.COLLECTORS);
    }
    return named;
  }

  /** Generic types can have no alias; the others are called like types of other namespaces. */
  private void nameFrom(String namespace, CompatibilityPart part) {
    switch (part) {
      case COLLECTORS -> usings.add(namespace);
      case TRACE_WRITER -> alias("TraceWriter", namespace);
      case NAME_RESOLVER -> alias("INameResolver", namespace);
      case DRAIN_MODE -> alias("IDrainModeManager", namespace);
      case FUNCTION_FILTERS -> FILTER_TYPES.forEach(type -> alias(type, namespace));
      case FUNCTION_EXCEPTIONS ->
          List.of("FunctionInvocationException", "FunctionTimeoutException")
              .forEach(type -> alias(type, namespace));
      default -> {
        alias("ExecutionContext", namespace);
        if (is("retryContext")) {
          alias("RetryContext", namespace);
        }
      }
    }
  }

  private void alias(String name, String namespace) {
    aliases.add(new Alias(name, namespace + "." + name));
  }

  /** The types of the host that a library names. */
  static CompatibilityPieces ofLibrary(Conversion conversion, CodeBase library) {
    Set<CompatibilityPart> types = conversion.homes().partsIn(library);
    CompatibilityPieces pieces =
        new CompatibilityPieces(
            Set.of(),
            types,
            types.contains(CompatibilityPart.EXECUTION_CONTEXT)
                && readsRetryContext(conversion.app()));
    pieces.put("chunkedBodies", false);
    pieces.put("currentTables", false);
    pieces.filters(true, true, false);
    return pieces;
  }

  private static boolean isElsewhere(CompatibilityPart part, Conversion conversion) {
    return conversion.homes().library(part).isPresent();
  }

  /** Whether the app's file names the part's types. */
  private static boolean isTaken(CompatibilityPart part, Conversion conversion) {
    return CALLED.contains(part) || hasParameter(part, conversion);
  }

  private static boolean hasParameter(CompatibilityPart part, Conversion conversion) {
    return conversion.app().functions().stream()
        .flatMap(function -> function.parameters().stream())
        .flatMap(parameter -> parameter.typeName().stream())
        .map(type -> type.contains("<") ? type.substring(0, type.indexOf('<')) + "`1" : type)
        .flatMap(type -> conversion.types().of(type).stream())
        .anyMatch(counterpart -> counterpart.equals(new TypeMap.Counterpart.Part(part)));
  }

  private static boolean readsRetryContext(FunctionApp app) {
    return app.files()
        .anyMatch(
            file ->
                file.root()
                        .descendants(MemberAccess.class)
                        .anyMatch(access -> access.name().is("RetryContext"))
                    || file.root()
                        .descendants(TypeSyntax.class)
                        .anyMatch(type -> type.simpleName().equals("RetryContext")));
  }

  private static boolean readsChunkedBodies(FunctionApp app) {
    return app.hostJson()
        .flatMap(json -> json.find("extensions", "http", "enableChunkedRequestBinding"))
        .filter(
            value -> value.span().of(app.hostJson().orElseThrow().source().text()).equals("true"))
        .isPresent();
  }

  /** Whether the extension that came after the one of Storage 4 makes the rows. */
  private static boolean hasCurrentTables(FunctionApp app) {
    return app.project().packageReference("Microsoft.Azure.WebJobs.Extensions.Tables").isPresent();
  }

  private void single(Set<CompatibilityPart> parts) {
    put("logger", parts.contains(CompatibilityPart.LOGGER));
    put("traceWriter", parts.contains(CompatibilityPart.TRACE_WRITER));
    put("executionContext", parts.contains(CompatibilityPart.EXECUTION_CONTEXT));
    put("claimsParameter", parts.contains(CompatibilityPart.CLAIMS_PRINCIPAL));
    put(
        "claimsPrincipal",
        parts.contains(CompatibilityPart.CLAIMS_PRINCIPAL)
            || parts.contains(CompatibilityPart.CALLER));
    put("injected", parts.contains(CompatibilityPart.INJECTED));
    put("injectedBuilder", parts.contains(CompatibilityPart.INJECTED_BUILDER));
    put("injectedServices", parts.contains(CompatibilityPart.INJECTED_SERVICES));
    put("retryAttribute", parts.contains(CompatibilityPart.RETRY_ATTRIBUTE));
    put("kafkaMessages", parts.contains(CompatibilityPart.KAFKA_MESSAGES));
    put("serializerFactory", parts.contains(CompatibilityPart.SERIALIZER_FACTORY));
    put("retryState", parts.contains(CompatibilityPart.RETRY_STATE));
    put("requestMessage", parts.contains(CompatibilityPart.REQUEST_MESSAGE));
    put("bodyTrigger", parts.contains(CompatibilityPart.BODY_TRIGGER));
    put("objectTrigger", parts.contains(CompatibilityPart.OBJECT_TRIGGER));
    put("routeValues", parts.contains(CompatibilityPart.ROUTE_VALUES));
    put("httpResults", parts.contains(CompatibilityPart.HTTP_RESULTS));
    put("responseMessage", parts.contains(CompatibilityPart.RESPONSE_MESSAGE));
    put("bodyBuffering", parts.contains(CompatibilityPart.BODY_BUFFERING));
    put("forwardedHeaders", parts.contains(CompatibilityPart.FORWARDED_HEADERS));
    put("httpContextAccessor", parts.contains(CompatibilityPart.HTTP_CONTEXT_ACCESSOR));
    put("messageExtensions", parts.contains(CompatibilityPart.MESSAGE_EXTENSIONS));
    put("messageQuery", parts.contains(CompatibilityPart.MESSAGE_QUERY));
    put("requestExtensions", parts.contains(CompatibilityPart.REQUEST_EXTENSIONS));
    put("connectionSettings", parts.contains(CompatibilityPart.CONNECTION_SETTINGS));
    put("internalServerError", parts.contains(CompatibilityPart.INTERNAL_SERVER_ERROR));
    put("badRequestMessage", parts.contains(CompatibilityPart.BAD_REQUEST_MESSAGE));
    put("exceptionResult", parts.contains(CompatibilityPart.EXCEPTION_RESULT));
    put("responseException", parts.contains(CompatibilityPart.RESPONSE_EXCEPTION));
    put("collectors", parts.contains(CompatibilityPart.COLLECTORS));
    put("serviceBusSender", parts.contains(CompatibilityPart.SERVICE_BUS_SENDER));
    put("settlement", parts.contains(CompatibilityPart.SETTLEMENT));
    put("optionalBlob", parts.contains(CompatibilityPart.OPTIONAL_BLOB));
    put("createdContainer", parts.contains(CompatibilityPart.CREATED_CONTAINER));
    put("createdTable", parts.contains(CompatibilityPart.CREATED_TABLE));
    put("earlierDocuments", parts.contains(CompatibilityPart.EARLIER_DOCUMENTS));
    put("earlierEvents", parts.contains(CompatibilityPart.EARLIER_EVENTS));
    put("earlierMessages", parts.contains(CompatibilityPart.EARLIER_MESSAGES));
    put("eventHubSender", parts.contains(CompatibilityPart.EVENT_HUB_SENDER));
    put("telemetryNames", parts.contains(CompatibilityPart.TELEMETRY_NAMES));
    put("workerConfiguration", parts.contains(CompatibilityPart.WORKER_CONFIGURATION));
  }

  /** Clients and values of an SDK, which adapters make: a piece each, called like its part. */
  private void clients(Set<CompatibilityPart> parts) {
    ClientPieces.ALL.forEach((part, piece) -> put(piece.name(), parts.contains(part)));
    put("clientCollector", ClientPieces.anyCollects(parts));
    put("clientSettings", ClientPieces.anyConnects(parts));
  }

  /** What a binder opens for an attribute, and what it has in common with others. */
  private void binder(Set<CompatibilityPart> parts) {
    put("binder", parts.contains(CompatibilityPart.BINDER));
    put("binderLists", parts.contains(CompatibilityPart.BINDER_LISTS));
    put("binderBlobs", parts.contains(CompatibilityPart.BINDER_BLOBS));
    put("binderBlobClients", parts.contains(CompatibilityPart.BINDER_BLOB_CLIENTS));
    put("binderQueues", parts.contains(CompatibilityPart.BINDER_QUEUES));
    put("binderServiceBus", parts.contains(CompatibilityPart.BINDER_SERVICE_BUS));
    put("binderEventHubs", parts.contains(CompatibilityPart.BINDER_EVENT_HUBS));
    put("binderTables", parts.contains(CompatibilityPart.BINDER_TABLES));
    put("binderDocuments", parts.contains(CompatibilityPart.BINDER_DOCUMENTS));
    put("binderCompletion", parts.contains(CompatibilityPart.BINDER_COMPLETION));
    boolean sendsToQueues = is("binderQueues") && is("queueClients");
    boolean sendsEvents = is("binderEventHubs") && is("binderCompletion");
    put("binderBodies", sendsToQueues || sendsEvents || is("binderServiceBus"));
    put(
        "binderCollectors",
        is("binderBodies")
            || is("binderDocuments")
            || is("binderTables") && is("tableRows") && is("binderCompletion"));
    put(
        "binderAttributes",
        is("binderBlobs")
            || is("binderQueues")
            || is("binderServiceBus")
            || is("binderEventHubs")
            || is("binderTables")
            || is("binderDocuments"));
  }

  private void put(String piece, boolean isWritten) {
    pieces.put(piece, isWritten);
  }

  private boolean is(String piece) {
    return pieces.getOrDefault(piece, false);
  }

  private void usings() {
    boolean anyClass =
        List.of(
                "registration",
                "resultMapping",
                "responseMessage",
                "messageExtensions",
                "messageQuery",
                "requestExtensions",
                "connectionSettings",
                "internalServerError",
                "badRequestMessage",
                "exceptionResult",
                "responseException",
                "collectors",
                "senders",
                "settlement",
                "injectedServices",
                "optionalBlob",
                "createdContainer",
                "createdTable",
                "earlierDocuments",
                "binder",
                "earlierEvents",
                "earlierMessages",
                "executionContextType",
                "retryAttribute",
                "serializerFactory",
                "traceWriterType",
                "workerConfiguration")
            .stream()
            .anyMatch(this::is);
    boolean anyClient = ClientPieces.ALL.values().stream().anyMatch(piece -> is(piece.name()));
    ClientPieces.ALL
        .values()
        .forEach(piece -> open(is(piece.name()), piece.namespaces().toArray(String[]::new)));
    open(is("clientCollector"), "System", "System.Threading", TASKS);
    open(anyClass || anyClient, CODE_ANALYSIS);
    open(is("registration"), WORKER);
    open(is("parameters") || is("httpContextAccessor") || is("telemetryNames"), SERVICES);
    open(is("requests"), "Microsoft.Extensions.Hosting");
    open(
        is("check"),
        "System",
        "System.Linq",
        "System.Threading",
        TASKS,
        SERVICES,
        "Microsoft.Extensions.Hosting",
        OPTIONS,
        WORKER);
    open(is("parameters"), TASKS, WORKER, WORKER + ".Converters");
    open(is("userLogger"), LOGGING);
    open(is("executionContext"), "System", "System.IO");
    open(is("claimsParameter"), "System.Security.Claims", HTTP);
    open(
        is("injected"), "System", "System.Collections.Concurrent", "System.Linq", WORKER, SERVICES);
    open(is("injectedBuilder"), "System");
    open(is("injectedServices"), "System", SERVICES, "Microsoft.Extensions.Hosting");
    open(is("triggers"), "System", HTTP, WORKER + ".Http");
    open(is("simpleValues"), "System", "System.Globalization");
    open(is("requestMessage"), "System.Net.Http", HTTP, HTTP + ".Extensions");
    open(is("bodyTrigger"), "System", "System.IO", TASKS, HTTP, "Newtonsoft.Json");
    objectTrigger();
    open(is("requests"), "System", "System.Linq", TASKS, WORKER, WORKER + ".Middleware");
    open(is("bodyBuffering"), "System.IO", HTTP);
    open(is("forwardedHeaders"), "System.Net", HTTP);
    open(is("httpContextAccessor"), SERVICES, HTTP);
    open(is("httpResults"), HTTP, MVC, WORKER + ".Http");
    open(
        is("claimsPrincipal"),
        "System",
        "System.Collections.Generic",
        "System.Linq",
        "System.Security.Claims",
        "System.Text.Json",
        HTTP);
    open(is("resultMapping"), MVC, MVC + ".Infrastructure");
    open(is("resultMapping") && is("responseMessage"), "System.Net.Http");
    open(
        is("responseMessage"),
        "System",
        "System.Linq",
        "System.Net.Http",
        TASKS,
        HTTP + ".Features",
        MVC);
    open(
        is("messageQuery"),
        "System.Collections.Generic",
        "System.Net.Http",
        "System.Net.Http.Formatting");
    open(
        is("messageExtensions"),
        "System",
        "System.Net",
        "System.Net.Http",
        "System.Net.Http.Formatting",
        "System.Net.Http.Headers",
        "System.Xml",
        "System.Xml.Schema",
        "System.Xml.Serialization");
    open(
        is("requestExtensions"),
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http.Headers",
        "System.Text",
        TASKS,
        HTTP);
    open(is("internalServerError"), HTTP, MVC);
    open(
        is("badRequestMessage"),
        "System.Collections.Generic",
        "System.Xml",
        "System.Xml.Schema",
        "System.Xml.Serialization",
        HTTP,
        MVC);
    open(
        is("exceptionResult"),
        "System",
        "System.Collections.Generic",
        "System.Xml",
        "System.Xml.Schema",
        "System.Xml.Serialization",
        HTTP,
        MVC);
    open(is("responseException"), "System", "System.Net", "System.Net.Http");
    open(is("connectionSettings"), "System", "Microsoft.Extensions.Configuration");
    open(is("configurationNames"), "Microsoft.Extensions.Configuration", SERVICES);
    open(is("stoppingWorker"), "Microsoft.Extensions.Hosting", SERVICES);
    open(is("collectorTypes"), "System.Threading", TASKS);
    open(is("collectors"), "System.Collections.Generic", "System.Threading", TASKS);
    senders();
    open(is("executionContextType") || is("retryAttribute"), "System");
    open(is("executionContextType") && is("retryState"), "System.Collections.Generic");
    open(is("serializerFactory"), "Microsoft.Azure.Cosmos");
    open(is("traceWriterType"), "System", LOGGING);
    open(
        is("telemetryNames"),
        INSIGHTS + ".Channel",
        INSIGHTS + ".DataContracts",
        INSIGHTS + ".Extensibility",
        SERVICES);
    open(
        is("workerConfiguration"),
        "System",
        "System.Linq",
        WORKER + ".Builder",
        "Microsoft.Extensions.Configuration",
        SERVICES,
        SERVICES + ".Extensions");
  }

  /** Which filters there are; a library, which others may come to use, gets the types of all. */
  private void filters(boolean aroundCalls, boolean forExceptions, boolean areFunctions) {
    put("invocationFilters", aroundCalls);
    put("exceptionFilters", forExceptions);
    put("instanceFilters", areFunctions);
    boolean isCalled = is("functionFilters");
    open(
        isCalled,
        "System",
        "System.Collections.Concurrent",
        "System.Collections.Generic",
        "System.Linq",
        "System.Reflection",
        "System.Runtime.ExceptionServices",
        "System.Runtime.Loader",
        TASKS,
        WORKER,
        WORKER + ".Middleware",
        "Microsoft.Extensions.Hosting",
        LOGGING);
    open(isCalled && aroundCalls, "System.Threading", WORKER + ".Context.Features");
    open(areFunctions, SERVICES);
    open(
        is("filterTypes"),
        "System",
        "System.Collections.Generic",
        "System.Threading",
        TASKS,
        LOGGING);
    open(is("filterTypes") && forExceptions, "System.Runtime.ExceptionServices");
    open(is("functionExceptions"), "System", TASKS);
    open(isCalled || is("filterTypes") || is("functionExceptions"), CODE_ANALYSIS);
  }

  private void senders() {
    open(is("senders"), "System.Threading", TASKS);
    open(is("binder"), "System", "System.Threading", TASKS, WORKER);
    open(is("binderLists"), "System.Linq");
    open(is("binderBlobs"), "System.IO", "Azure.Storage.Blobs");
    open(is("binderBlobClients"), "Azure.Storage.Blobs.Specialized");
    open(is("binderDocuments"), "System.Collections.Concurrent", "Microsoft.Azure.Cosmos");
    open(is("binderBodies"), "Newtonsoft.Json");
    open(is("binderCompletion"), "System.Collections.Generic", "Microsoft.Extensions.Hosting");
    open(
        is("earlierDocuments"),
        "System.Collections.Generic",
        "System.IO",
        "Newtonsoft.Json",
        "Newtonsoft.Json.Linq");
    open(
        is("bindingSettings"),
        "System",
        "System.Collections.Concurrent",
        "System.Globalization",
        "System.Linq",
        "System.Text.Json",
        "System.Text.RegularExpressions",
        "Azure.Core",
        WORKER,
        "Microsoft.Extensions.Azure",
        "Microsoft.Extensions.Configuration",
        SERVICES);
    open(
        is("settlement"),
        "System.Collections.Generic",
        "System.Threading",
        TASKS,
        "Azure.Messaging.ServiceBus",
        WORKER);
    open(is("optionalBlob"), "System.IO", TASKS, "Azure.Storage.Blobs");
    open(is("createdContainer"), TASKS, "Azure.Storage.Blobs.Specialized");
    open(is("createdTable"), TASKS, "Azure.Data.Tables");
    open(is("earlierEvents"), "System", "Azure.Messaging.EventHubs");
    open(is("earlierMessages"), "System", "System.Reflection", "Azure.Messaging.ServiceBus");
    open(is("serviceBusSender"), "Azure.Messaging.ServiceBus");
    open(
        is("eventHubSender"),
        "System.Collections.Generic",
        "Azure.Messaging.EventHubs",
        "Azure.Messaging.EventHubs.Producer");
  }

  private void objectTrigger() {
    open(
        is("objectTrigger"),
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        TASKS,
        HTTP,
        MVC,
        MVC + ".Formatters",
        MVC + ".ModelBinding",
        SERVICES,
        OPTIONS,
        "Newtonsoft.Json",
        "Newtonsoft.Json.Linq");
  }

  private void open(boolean condition, String... namespaces) {
    if (condition) {
      usings.addAll(List.of(namespaces));
    }
  }

  SortedMap<String, Boolean> pieces() {
    return pieces;
  }

  List<Alias> aliases() {
    return List.copyOf(aliases);
  }

  List<String> namespaces() {
    return List.copyOf(usings);
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return pieces.entrySet().stream()
        .noneMatch(piece -> piece.getValue() && !OPTIONS_OF_PIECES.contains(piece.getKey()));
  }

  /** Whether Program.cs has something to call. */
  boolean isRegistered() {
    return is("registration");
  }
}
