package dev.migrator.rule.startup;

import static java.util.Map.entry;

import dev.migrator.rule.CompatibilityPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pieces of the template that make clients and values of an SDK. */
final class ClientPieces {
  private static final String TASKS = "System.Threading.Tasks";
  private static final String GENERIC = "System.Collections.Generic";
  private static final String TABLES = "Azure.Data.Tables";

  /** What a piece does beside making values. */
  private enum Trait {
    /** Sends what is added to a collector. */
    COLLECTS,
    /** Opens a connection of the app's settings. */
    CONNECTS
  }

  /**
   * A piece of the template.
   *
   * @param name of its condition in the template
   * @param traits what else it needs
   * @param namespaces that its text opens
   */
  record Piece(String name, Set<Trait> traits, List<String> namespaces) {
    Piece {
      traits = Set.copyOf(traits);
      namespaces = List.copyOf(namespaces);
    }
  }

  private static final Set<Trait> BOTH = Set.of(Trait.COLLECTS, Trait.CONNECTS);
  private static final Set<Trait> CONNECTS = Set.of(Trait.CONNECTS);

  static final Map<CompatibilityPart, Piece> ALL =
      new EnumMap<>(
          Map.ofEntries(
              entry(
                  CompatibilityPart.SERVICE_BUS_SENDER,
                  new Piece("serviceBusSender", BOTH, List.of())),
              entry(
                  CompatibilityPart.QUEUE_CLIENTS,
                  new Piece(
                      "queueClients",
                      BOTH,
                      List.of(TASKS, "Azure.Storage.Queues", "Azure.Storage.Queues.Models"))),
              entry(
                  CompatibilityPart.PARENT_CONTAINER,
                  new Piece(
                      "parentContainer",
                      Set.of(),
                      List.of(
                          GENERIC,
                          "System.IO",
                          "System.Threading",
                          TASKS,
                          "Azure.Storage.Blobs",
                          "Azure.Storage.Blobs.Models",
                          "Azure.Storage.Blobs.Specialized"))),
              entry(CompatibilityPart.EARLIER_QUEUES, queues("earlierQueues")),
              entry(CompatibilityPart.EARLIEST_QUEUES, queues("earliestQueues")),
              entry(CompatibilityPart.EARLIER_BLOBS, blobs("earlierBlobs")),
              entry(CompatibilityPart.EARLIEST_BLOBS, blobs("earliestBlobs")),
              entry(CompatibilityPart.EARLIER_TABLES, tables("earlierTables")),
              entry(CompatibilityPart.EARLIEST_TABLES, tables("earliestTables")),
              entry(CompatibilityPart.EARLIER_ROWS, new Piece("earlierRows", Set.of(), List.of())),
              entry(
                  CompatibilityPart.EARLIEST_ROWS, new Piece("earliestRows", Set.of(), List.of())),
              entry(
                  CompatibilityPart.EARLIER_SAVED_ROWS,
                  new Piece("earlierSavedRows", Set.of(), List.of())),
              entry(
                  CompatibilityPart.EARLIEST_SAVED_ROWS,
                  new Piece("earliestSavedRows", Set.of(), List.of())),
              entry(
                  CompatibilityPart.TABLE_ROWS,
                  new Piece(
                      "tableRows",
                      BOTH,
                      List.of(
                          GENERIC,
                          "System.Reflection",
                          "System.Threading",
                          TASKS,
                          "Azure",
                          TABLES,
                          "Newtonsoft.Json",
                          "Newtonsoft.Json.Linq"))),
              entry(
                  CompatibilityPart.DOCUMENTS,
                  new Piece(
                      "documents",
                      CONNECTS,
                      List.of(
                          GENERIC,
                          "System.Net",
                          TASKS,
                          "Microsoft.Azure.Cosmos",
                          "Newtonsoft.Json.Linq"))),
              entry(
                  CompatibilityPart.EVENT_GRID_CLIENTS,
                  new Piece("eventGridClients", BOTH, List.of("Azure.Messaging.EventGrid"))),
              entry(
                  CompatibilityPart.DELIVERIES,
                  new Piece(
                      "deliveries",
                      Set.of(),
                      List.of(
                          "System",
                          "System.Linq",
                          "Microsoft.Azure.Functions.Worker",
                          "RabbitMQ.Client.Events"))),
              entry(
                  CompatibilityPart.SQL_COMMANDS,
                  new Piece(
                      "sqlCommands",
                      CONNECTS,
                      List.of(
                          "System",
                          "System.Data",
                          "Microsoft.Azure.Functions.Worker",
                          "Microsoft.Data.SqlClient"))),
              entry(
                  CompatibilityPart.SQL_ROWS,
                  new Piece("sqlRows", Set.of(), List.of(GENERIC, TASKS, "Newtonsoft.Json"))),
              entry(
                  CompatibilityPart.REDIS_MESSAGES,
                  new Piece(
                      "redisMessages",
                      Set.of(),
                      List.of("System", "System.Text.Json", "StackExchange.Redis"))),
              entry(
                  CompatibilityPart.REDIS_ENTRIES,
                  new Piece(
                      "redisEntries",
                      Set.of(),
                      List.of(
                          "System.Linq",
                          "System.Text.Json",
                          "Newtonsoft.Json",
                          "StackExchange.Redis"))),
              entry(
                  CompatibilityPart.KAFKA_EVENTS,
                  new Piece(
                      "kafkaEvents",
                      Set.of(),
                      List.of(
                          "System",
                          "System.Text",
                          "Microsoft.Azure.Functions.Worker",
                          "Newtonsoft.Json"))),
              entry(
                  CompatibilityPart.KAFKA_HEADERS,
                  new Piece("kafkaHeaders", Set.of(), List.of(GENERIC, "System.Linq"))),
              entry(
                  CompatibilityPart.EARLIER_SENDERS, new Piece("earlierSenders", BOTH, List.of())),
              entry(
                  CompatibilityPart.EARLIER_EVENT_HUBS,
                  new Piece("earlierEventHubs", BOTH, List.of())),
              entry(
                  CompatibilityPart.EARLIER_RECEIVER,
                  new Piece(
                      "earlierReceiver",
                      Set.of(),
                      List.of(
                          "System",
                          GENERIC,
                          "System.Linq",
                          TASKS,
                          "Azure.Messaging.ServiceBus",
                          "Microsoft.Azure.Functions.Worker"))),
              entry(
                  CompatibilityPart.BROKERED_MESSAGES,
                  new Piece(
                      "brokeredMessages",
                      Set.of(),
                      List.of(
                          "System",
                          GENERIC,
                          "System.IO",
                          "System.Runtime.Serialization",
                          TASKS,
                          "System.Xml",
                          "Azure.Core.Amqp",
                          "Azure.Messaging.ServiceBus",
                          "Microsoft.Azure.Functions.Worker"))),
              entry(
                  CompatibilityPart.PARTITION_CONTEXTS,
                  new Piece("partitionContexts", Set.of(), List.of("Newtonsoft.Json.Linq"))),
              entry(
                  CompatibilityPart.EARLIER_PARTITION_CONTEXTS,
                  new Piece("earlierPartitionContexts", Set.of(), List.of())),
              entry(
                  CompatibilityPart.SERVERLESS_HUBS,
                  hubs("serverlessHubs", GENERIC, "System.Security.Claims")),
              entry(CompatibilityPart.TYPED_HUBS, hubs("typedHubs")),
              entry(
                  CompatibilityPart.HUB_CLAIMS,
                  new Piece(
                      "hubClaims",
                      Set.of(),
                      List.of(
                          GENERIC,
                          "System.IdentityModel.Tokens.Jwt",
                          "System.Linq",
                          "System.Security.Claims"))),
              entry(
                  CompatibilityPart.SIGNAL_R_FILTERS,
                  new Piece(
                      "signalRFilters",
                      Set.of(),
                      List.of(
                          "System",
                          "System.Linq",
                          "System.Threading",
                          TASKS,
                          "Microsoft.Azure.Functions.Worker"))),
              entry(
                  CompatibilityPart.INVOCATION_VALUES,
                  new Piece(
                      "invocationValues",
                      Set.of(),
                      List.of(
                          "System", GENERIC, "System.Linq", "Microsoft.Extensions.Primitives"))),
              entry(
                  CompatibilityPart.GRAPHQL,
                  new Piece(
                      "graphql",
                      Set.of(),
                      List.of(
                          "HotChocolate.Execution.Configuration",
                          "Microsoft.Extensions.DependencyInjection",
                          "Microsoft.Extensions.Hosting"))),
              entry(
                  CompatibilityPart.SWAGGER,
                  new Piece(
                      "swagger",
                      Set.of(),
                      List.of(
                          "System",
                          "System.IO",
                          "System.Net",
                          "System.Net.Http",
                          "System.Reflection",
                          "System.Text",
                          "AzureFunctions.Extensions.Swashbuckle",
                          "AzureFunctions.Extensions.Swashbuckle.Settings",
                          "Microsoft.Extensions.Configuration",
                          "Microsoft.Extensions.Hosting"))),
              entry(
                  CompatibilityPart.WEB_PUB_SUB_ACTIONS,
                  new Piece(
                      "webPubSubActions",
                      Set.of(),
                      List.of(
                          "System", GENERIC, "System.Linq", "Microsoft.Azure.Functions.Worker"))),
              entry(
                  CompatibilityPart.WEB_PUB_SUB_JSON,
                  new Piece(
                      "webPubSubJson",
                      Set.of(),
                      List.of(
                          "System",
                          "Azure.Core.Serialization",
                          "Microsoft.Azure.Functions.Worker",
                          "Microsoft.Azure.Functions.Worker.Builder",
                          "Microsoft.Extensions.DependencyInjection"))),
              entry(
                  CompatibilityPart.WEB_PUB_SUB_HTTP,
                  new Piece("webPubSubHttp", Set.of(), List.of("Microsoft.AspNetCore.Mvc"))),
              entry(
                  CompatibilityPart.WEB_PUB_SUB_ANSWERS,
                  new Piece(
                      "webPubSubAnswers",
                      Set.of(),
                      List.of(
                          "System.Net",
                          "System.Net.Http",
                          "System.Runtime.CompilerServices",
                          "Microsoft.Azure.Functions.Worker"))),
              entry(
                  CompatibilityPart.TIMER_SCHEDULES,
                  new Piece(
                      "timerSchedules",
                      Set.of(),
                      List.of(
                          "System",
                          GENERIC,
                          "System.Linq",
                          "System.Text",
                          "System.Text.RegularExpressions",
                          "NCrontab"))),
              entry(
                  CompatibilityPart.TWILIO_MESSAGES,
                  new Piece(
                      "twilioMessages",
                      CONNECTS,
                      List.of(
                          "System.Threading",
                          TASKS,
                          "Twilio.Clients",
                          "Twilio.Rest.Api.V2010.Account"))),
              entry(
                  CompatibilityPart.NOTIFICATION_HUBS,
                  new Piece(
                      "notificationHubs",
                      BOTH,
                      List.of(GENERIC, "Microsoft.Azure.NotificationHubs", "Newtonsoft.Json"))),
              entry(
                  CompatibilityPart.DAPR_JSON,
                  new Piece(
                      "daprJson",
                      Set.of(),
                      List.of(
                          "System",
                          "System.Text",
                          "System.Text.Encodings.Web",
                          "System.Text.Json",
                          "Microsoft.Azure.Functions.Extensions.Dapr.Core"))),
              entry(
                  CompatibilityPart.EARLIER_EMBEDDINGS,
                  new Piece(
                      "earlierEmbeddings",
                      Set.of(),
                      List.of("Microsoft.Azure.Functions.Worker.Extensions.OpenAI.Embeddings"))),
              entry(
                  CompatibilityPart.OPENAI_JSON,
                  new Piece(
                      "openaiJson",
                      Set.of(),
                      List.of(
                          "System",
                          "Azure.Core.Serialization",
                          "Microsoft.Azure.Functions.Worker",
                          "Microsoft.Azure.Functions.Worker.Builder",
                          "Microsoft.Azure.Functions.Worker.Extensions.OpenAI.Embeddings",
                          "Microsoft.Azure.Functions.Worker.Extensions.OpenAI.Search",
                          "Microsoft.Extensions.DependencyInjection",
                          "Microsoft.Extensions.Options"))),
              entry(
                  CompatibilityPart.STORAGE_ACCOUNT,
                  new Piece("storageAccount", CONNECTS, List.of())),
              entry(
                  CompatibilityPart.EARLIER_DOCUMENT_CLIENT,
                  new Piece("earlierDocumentClient", CONNECTS, List.of()))));

  private ClientPieces() {}

  private static Piece queues(String name) {
    return new Piece(name, BOTH, List.of(TASKS, "Azure.Storage.Queues.Models"));
  }

  private static Piece blobs(String name) {
    return new Piece(
        name, CONNECTS, List.of(TASKS, "Azure.Storage.Blobs", "Azure.Storage.Blobs.Specialized"));
  }

  private static Piece hubs(String name, String... more) {
    List<String> namespaces =
        new ArrayList<>(
            List.of(
                "System",
                "System.Text.Json",
                TASKS,
                "Microsoft.AspNetCore.SignalR",
                "Microsoft.Azure.Functions.Worker",
                "Microsoft.Azure.SignalR.Management"));
    namespaces.addAll(List.of(more));
    return new Piece(name, Set.of(), namespaces);
  }

  private static Piece tables(String name) {
    return new Piece(name, BOTH, List.of(GENERIC, "System.Threading", TASKS, TABLES));
  }

  static boolean anyCollects(Set<CompatibilityPart> parts) {
    return any(parts, Trait.COLLECTS);
  }

  static boolean anyConnects(Set<CompatibilityPart> parts) {
    return any(parts, Trait.CONNECTS);
  }

  private static boolean any(Set<CompatibilityPart> parts, Trait trait) {
    return ALL.entrySet().stream()
        .anyMatch(e -> parts.contains(e.getKey()) && e.getValue().traits().contains(trait));
  }
}
