package dev.migrator.rule.startup;

import dev.migrator.rule.CompatibilityPart;
import java.util.Comparator;
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
  private static final String INSIGHTS = "Microsoft.ApplicationInsights";

  /** System first, as most C# code sorts. */
  static final Comparator<String> SYSTEM_FIRST =
      Comparator.comparing((String name) -> !name.equals("System") && !name.startsWith("System."))
          .thenComparing(Comparator.naturalOrder());

  private final SortedMap<String, Boolean> pieces = new TreeMap<>();
  private final SortedSet<String> usings = new TreeSet<>(SYSTEM_FIRST);

  CompatibilityPieces(Set<CompatibilityPart> parts, boolean chunkedBodies, boolean retryContext) {
    single(parts);
    put("chunkedBodies", chunkedBodies);
    put("userLogger", is("logger") || is("traceWriter"));
    put("executionContextType", is("executionContext"));
    put("retryContext", retryContext);
    put("traceWriterType", is("traceWriter"));
    put("senders", is("serviceBusSender") || is("eventHubSender"));
    put("bindingSettings", is("senders") || is("binder"));
    put("collectorTypes", is("collectors") || is("senders"));
    put("triggers", is("requestMessage") || is("bodyTrigger") || is("objectTrigger"));
    put("readsBody", is("bodyTrigger") || is("objectTrigger"));
    put("simpleValues", is("routeValues") || is("objectTrigger"));
    put("resultMapping", is("httpResults") || parts.contains(CompatibilityPart.RESULT_MAPPING));
    put(
        "parameters",
        is("userLogger")
            || is("executionContext")
            || is("binder")
            || is("claimsParameter")
            || is("triggers")
            || is("routeValues"));
    put(
        "requests",
        is("httpResults")
            || is("bodyBuffering")
            || is("httpContextAccessor")
            || is("claimsPrincipal"));
    put("check", is("parameters") && is("requests"));
    put("registration", is("parameters") || is("requests") || is("telemetryNames"));
    usings();
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
    put("requestMessage", parts.contains(CompatibilityPart.REQUEST_MESSAGE));
    put("bodyTrigger", parts.contains(CompatibilityPart.BODY_TRIGGER));
    put("objectTrigger", parts.contains(CompatibilityPart.OBJECT_TRIGGER));
    put("routeValues", parts.contains(CompatibilityPart.ROUTE_VALUES));
    put("httpResults", parts.contains(CompatibilityPart.HTTP_RESULTS));
    put("responseMessage", parts.contains(CompatibilityPart.RESPONSE_MESSAGE));
    put("bodyBuffering", parts.contains(CompatibilityPart.BODY_BUFFERING));
    put("httpContextAccessor", parts.contains(CompatibilityPart.HTTP_CONTEXT_ACCESSOR));
    put("messageExtensions", parts.contains(CompatibilityPart.MESSAGE_EXTENSIONS));
    put("collectors", parts.contains(CompatibilityPart.COLLECTORS));
    put("serviceBusSender", parts.contains(CompatibilityPart.SERVICE_BUS_SENDER));
    put("optionalBlob", parts.contains(CompatibilityPart.OPTIONAL_BLOB));
    put("createdContainer", parts.contains(CompatibilityPart.CREATED_CONTAINER));
    put("createdTable", parts.contains(CompatibilityPart.CREATED_TABLE));
    put("earlierDocuments", parts.contains(CompatibilityPart.EARLIER_DOCUMENTS));
    put("binder", parts.contains(CompatibilityPart.BINDER));
    put("earlierEvents", parts.contains(CompatibilityPart.EARLIER_EVENTS));
    put("earlierMessages", parts.contains(CompatibilityPart.EARLIER_MESSAGES));
    put("eventHubSender", parts.contains(CompatibilityPart.EVENT_HUB_SENDER));
    put("telemetryNames", parts.contains(CompatibilityPart.TELEMETRY_NAMES));
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
                "collectors",
                "senders",
                "optionalBlob",
                "createdContainer",
                "createdTable",
                "earlierDocuments",
                "binder",
                "earlierEvents",
                "earlierMessages",
                "executionContextType",
                "traceWriterType")
            .stream()
            .anyMatch(this::is);
    open(anyClass, "System.Diagnostics.CodeAnalysis");
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
    open(is("triggers"), "System", HTTP, WORKER + ".Http");
    open(is("simpleValues"), "System", "System.Globalization");
    open(is("requestMessage"), "System.Net.Http", HTTP, HTTP + ".Extensions");
    open(is("bodyTrigger"), "System", "System.IO", TASKS, HTTP, "Newtonsoft.Json");
    objectTrigger();
    open(is("requests"), "System", "System.Linq", TASKS, WORKER, WORKER + ".Middleware");
    open(is("bodyBuffering"), "System.IO", HTTP);
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
        is("messageExtensions"),
        "System",
        "System.Net",
        "System.Net.Http",
        "System.Net.Http.Formatting",
        "System.Net.Http.Headers",
        "System.Runtime.Serialization");
    open(is("collectorTypes"), "System.Threading", TASKS);
    open(is("collectors"), "System.Collections.Generic", "System.Threading", TASKS);
    senders();
    open(is("executionContextType"), "System");
    open(is("traceWriterType"), "System", LOGGING);
    open(
        is("telemetryNames"),
        INSIGHTS + ".Channel",
        INSIGHTS + ".DataContracts",
        INSIGHTS + ".Extensibility",
        SERVICES);
  }

  private void senders() {
    open(is("senders"), "System.Threading", TASKS);
    open(is("binder"), "System.IO", "System.Threading", TASKS, "Azure.Storage.Blobs");
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
        "System.Linq",
        "System.Text.RegularExpressions",
        "Azure.Core",
        WORKER,
        "Microsoft.Extensions.Azure",
        "Microsoft.Extensions.Configuration",
        SERVICES);
    open(is("optionalBlob"), "System.IO", TASKS, "Azure.Storage.Blobs");
    open(is("createdContainer"), TASKS, "Azure.Storage.Blobs.Specialized");
    open(is("createdTable"), TASKS, "Azure.Data.Tables");
    open(is("earlierEvents"), "System", "Azure.Messaging.EventHubs");
    open(is("earlierMessages"), "System", "Azure.Messaging.ServiceBus");
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

  List<String> namespaces() {
    return List.copyOf(usings);
  }

  /** Whether Program.cs has something to call. */
  boolean isRegistered() {
    return is("registration");
  }
}
