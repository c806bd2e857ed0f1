package dev.migrator.rule;

/** The parts of {@code InProcessCompatibility.cs}; see {@code templates/MODELS.md}. */
public enum CompatibilityPart {
  LOGGER("ILogger parameters"),
  TRACE_WRITER("TraceWriter parameters"),
  EXECUTION_CONTEXT("ExecutionContext parameters"),
  RETRY_ATTRIBUTE("the base of own retry attributes, which nobody asks"),
  RETRY_STATE("members of RetryContext that stay empty"),
  CLAIMS_PRINCIPAL("ClaimsPrincipal parameters"),
  CALLER("HttpContext.User from platform authentication"),
  INJECTED("parameters with [Inject]"),
  INJECTED_SERVICES("services for parameters with [Inject]"),
  INJECTED_BUILDER("IServiceProviderBuilder"),
  REQUEST_MESSAGE("HttpRequestMessage triggers"),
  BODY_TRIGGER("HTTP triggers on text, bytes and streams"),
  OBJECT_TRIGGER("HTTP triggers on own types"),
  ROUTE_VALUES("route values of simple types"),
  HTTP_RESULTS("HTTP results other than IActionResult, null included"),
  RESULT_MAPPING("HTTP results beside outputs"),
  RESPONSE_MESSAGE("HttpResponseMessage results"),
  BODY_BUFFERING("synchronous, repeated and seeking reads of the body"),
  FORWARDED_HEADERS("X-Forwarded headers that the worker takes away"),
  HTTP_CONTEXT_ACCESSOR("IHttpContextAccessor"),
  MESSAGE_EXTENSIONS("CreateResponse of HttpRequestMessage"),
  REQUEST_EXTENSIONS("extension methods of HttpRequest"),
  CONNECTION_SETTINGS("settings of connections"),
  INTERNAL_SERVER_ERROR("InternalServerErrorResult"),
  BAD_REQUEST_MESSAGE("BadRequestErrorMessageResult"),
  EXCEPTION_RESULT("ExceptionResult"),
  RESPONSE_EXCEPTION("HttpResponseException"),
  COLLECTORS("collectors"),
  SERVICE_BUS_SENDER("collectors of ServiceBusMessage"),
  EVENT_HUB_SENDER("collectors of EventData"),
  SETTLEMENT("overloads of ServiceBusMessageActions"),
  OPTIONAL_BLOB("blobs that may be missing"),
  CREATED_CONTAINER("blobs in containers that may not exist"),
  CREATED_TABLE("tables that may not exist"),
  BINDER("Binder and IBinder"),
  EARLIER_DOCUMENTS("Document of Microsoft.Azure.Documents"),
  EARLIER_EVENTS("EventData of Microsoft.Azure.EventHubs"),
  EARLIER_DOCUMENT_CLIENT("DocumentClient of Microsoft.Azure.Documents"),
  DOCUMENTS("documents read and saved as the host did"),
  PARENT_CONTAINER("containers and blobs below a path like a file's"),
  QUEUE_CLIENTS("clients of queues"),
  EARLIER_QUEUES("queues of Microsoft.Azure.Storage"),
  EARLIEST_QUEUES("queues of Microsoft.WindowsAzure.Storage"),
  EARLIER_BLOBS("blobs of Microsoft.Azure.Storage"),
  EARLIEST_BLOBS("blobs of Microsoft.WindowsAzure.Storage"),
  EARLIER_TABLES("tables of Microsoft.Azure.Cosmos.Table"),
  EARLIEST_TABLES("tables of Microsoft.WindowsAzure.Storage"),
  TABLE_ROWS("rows of tables with all their columns"),
  EVENT_GRID_CLIENTS("collectors of Event Grid events"),
  KAFKA_EVENTS("events of Kafka"),
  EARLIER_SENDERS("senders of Microsoft.Azure.ServiceBus"),
  EARLIER_EVENT_HUBS("clients of Microsoft.Azure.EventHubs"),
  EARLIER_RECEIVER("MessageReceiver of Microsoft.Azure.ServiceBus"),
  PARTITION_CONTEXTS("PartitionContext parameters"),
  EARLIER_PARTITION_CONTEXTS("PartitionContext of Microsoft.Azure.EventHubs"),
  STORAGE_ACCOUNT("CloudStorageAccount parameters"),
  EARLIER_MESSAGES("Message of Microsoft.Azure.ServiceBus"),
  SERVERLESS_HUBS("hubs of SignalR"),
  TYPED_HUBS("typed hubs of SignalR"),
  HUB_CLAIMS("claims of a token in hubs"),
  WEB_PUB_SUB_ACTIONS("actions of Web PubSub"),
  WEB_PUB_SUB_JSON("JSON of Web PubSub"),
  WEB_PUB_SUB_HTTP("the same over HTTP"),
  NAME_RESOLVER("INameResolver"),
  DRAIN_MODE("IDrainModeManager"),
  FUNCTION_FILTERS("filters of functions"),
  FUNCTION_EXCEPTIONS("exceptions of the host"),
  TIMER_SCHEDULES("schedules of timers"),
  TWILIO_MESSAGES("messages of Twilio"),
  DAPR_JSON("payloads of Dapr"),
  OPENAI_JSON("JSON of the OpenAI extension"),
  TELEMETRY_NAMES("telemetry names for saved queries"),
  WORKER_CONFIGURATION("an IConfiguration that the app registers");

  private final String title;

  CompatibilityPart(String title) {
    this.title = title;
  }

  /** As the head of the generated file names it. */
  public String title() {
    return title;
  }
}
