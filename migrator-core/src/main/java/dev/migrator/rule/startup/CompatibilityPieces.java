package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.ResourceTable;
import dev.migrator.render.InProcessCompatibilityModel.Alias;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FilterTypes;
import dev.migrator.rule.TraceUses;
import dev.migrator.rule.TypeMap;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which pieces of the template a set of parts needs, and the namespaces that these open. */
final class CompatibilityPieces {
  private static final List<List<String>> NAMESPACES =
      ResourceTable.rows(CompatibilityPieces.class, "piece-namespaces.tsv");

  private static final String CODE_ANALYSIS = "System.Diagnostics.CodeAnalysis";

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
          CompatibilityPart.DRAIN_MODE,
          CompatibilityPart.APP_DIRECTORY);

  /** Which alone write nothing. */
  private static final Set<String> OPTIONS_OF_PIECES =
      Set.of(
          "chunkedBodies",
          "currentTables",
          "exceptionFilters",
          "instanceFilters",
          "invocationFilters",
          "retryContext",
          "retryState",
          "traceEvents");

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
    binder();
    put("bindingSettings", is("senders") || is("binderAttributes") || is("clientSettings"));
    put("collectorTypes", types.contains(CompatibilityPart.COLLECTORS));
    put("triggers", is("requestMessage") || is("bodyTrigger") || is("objectTrigger"));
    put("readsBody", is("bodyTrigger") || is("objectTrigger"));
    put("simpleValues", is("routeValues") || is("objectTrigger"));
    put("resultMapping", is("httpResults") || is("resultMapping"));
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
            || is("requestHeaders")
            || is("httpContextAccessor")
            || is("claimsPrincipal"));
    put("check", is("parameters") && is("requests"));
    put("hostBuilder", is("messageEndpoint"));
    put("filterTypes", types.contains(CompatibilityPart.FUNCTION_FILTERS));
    put("functionExceptions", types.contains(CompatibilityPart.FUNCTION_EXCEPTIONS));
    put("configurationNames", supplied.contains(CompatibilityPart.NAME_RESOLVER));
    put("nameResolverType", types.contains(CompatibilityPart.NAME_RESOLVER));
    put("stoppingWorker", supplied.contains(CompatibilityPart.DRAIN_MODE));
    put("drainModeType", types.contains(CompatibilityPart.DRAIN_MODE));
    put("appDirectory", supplied.contains(CompatibilityPart.APP_DIRECTORY));
    put("appDirectoryType", types.contains(CompatibilityPart.APP_DIRECTORY));
    put(
        "registration",
        is("parameters")
            || is("requests")
            || is("telemetryNames")
            || is("functionFilters")
            || is("configurationNames")
            || is("binderCompletion")
            || is("triggerAnswers")
            || is("stoppingWorker")
            || is("appDirectory"));
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
    pieces.put(
        "traceEvents", pieces.is("traceWriterType") && TraceUses.needEvents(conversion.app()));
    elsewhere.stream()
        .filter(part -> supplied.contains(part) || !parts.contains(part))
        .forEach(part -> pieces.nameFrom(conversion.namespaceOf(part), part));
    return pieces;
  }

  /** Parts whose types the file names; senders are collectors. */
  private static Set<CompatibilityPart> named(Set<CompatibilityPart> parts) {
    Set<CompatibilityPart> named = EnumSet.noneOf(CompatibilityPart.class);
    named.addAll(parts);
    if (parts.contains(CompatibilityPart.EVENT_HUB_SENDER)
        || parts.contains(CompatibilityPart.TWILIO_MESSAGES)
        || ClientPieces.anyCollects(parts)) {
      named.add(CompatibilityPart.COLLECTORS);
    }
    if (parts.contains(CompatibilityPart.SIGNAL_R_FILTERS)) {
      named.add(CompatibilityPart.FUNCTION_FILTERS);
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
      case APP_DIRECTORY -> alias("ExecutionContextOptions", namespace);
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
    pieces.put("traceEvents", pieces.is("traceWriterType"));
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

  /** A piece is called like its part; pieces that need more than that are put again. */
  private void single(Set<CompatibilityPart> parts) {
    for (CompatibilityPart part : CompatibilityPart.values()) {
      put(pieceOf(part), parts.contains(part));
    }
    put("claimsParameter", parts.contains(CompatibilityPart.CLAIMS_PRINCIPAL));
    put("claimsPrincipal", is("claimsPrincipal") || parts.contains(CompatibilityPart.CALLER));
  }

  /** {@code TRACE_WRITER} to {@code traceWriter}. */
  private static String pieceOf(CompatibilityPart part) {
    StringBuilder name = new StringBuilder();
    for (String word : part.name().split("_")) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
    }
    return name.toString();
  }

  /** What clients and values of an SDK, which adapters make, have in common. */
  private void clients(Set<CompatibilityPart> parts) {
    put("clientCollector", ClientPieces.anyCollects(parts));
    put("clientSettings", ClientPieces.anyConnects(parts));
  }

  /** What a binder opens for an attribute, and what it has in common with others. */
  private void binder() {
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
            || is("binderDocuments")
            || is("binderSignalR"));
  }

  private void put(String piece, boolean isWritten) {
    pieces.put(piece, isWritten);
  }

  private boolean is(String piece) {
    return pieces.getOrDefault(piece, false);
  }

  /** Which filters there are; a library, which others may come to use, gets the types of all. */
  private void filters(boolean aroundCalls, boolean forExceptions, boolean areFunctions) {
    put("invocationFilters", aroundCalls);
    put("exceptionFilters", forExceptions);
    put("instanceFilters", areFunctions);
  }

  SortedMap<String, Boolean> pieces() {
    return pieces;
  }

  List<Alias> aliases() {
    return List.copyOf(aliases);
  }

  /** What the file opens, sorted. */
  List<String> namespaces() {
    SortedSet<String> opened = new TreeSet<>(usings);
    for (List<String> row : NAMESPACES) {
      if (words(row.get(0)).allMatch(this::is)) {
        words(row.get(1)).forEach(opened::add);
      }
    }
    ClientPieces.ALL.values().stream()
        .filter(piece -> is(piece.name()))
        .forEach(
            piece -> {
              opened.addAll(piece.namespaces());
              opened.add(CODE_ANALYSIS);
            });
    return List.copyOf(opened);
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split(" "));
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
