using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.EventGrid;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.ServiceBus;
using static Corners.Names;
using FN = Microsoft.Azure.WebJobs.FunctionNameAttribute;
using IoTHubTrigger = Microsoft.Azure.WebJobs.EventHubTriggerAttribute;

namespace Corners
{
    public static class Names
    {
        public const string Queue = "orders-" + nameof(Names);
        public const string Route = $"{Version}/orders/{{id:int}}";
        public const string Version = "v1";
        public const AuthorizationLevel Level = AuthorizationLevel.Admin;
        public const bool OnStartup = !false;
        public const int Retries = 2 + 1;
        public const string Nothing = null;
    }

    [StorageAccount("ClassStore")]
    [Singleton("class")]
    public static partial class Functions
    {
        [FunctionName(nameof(Plain))]
        public static IActionResult Plain([HttpTrigger] HttpRequest req) => null;

        [FunctionName("Methods-" + Names.Version)]
        public static async Task<IActionResult> Methods([HttpTrigger(Names.Level, new[] { "GET", "Post", "get" }, Route = Names.Route)] HttpRequest req) => null;

        [FN("Only_Methods")]
        public static object OnlyMethods([HttpTrigger("get", "delete", Route = "")] HttpRequest req) => null;

        [FunctionName(name: "Named")]
        public static void Named([HttpTrigger(methods: new string[] { "put" }, authLevel: (AuthorizationLevel)0)] HttpRequest req) { }

        [Microsoft.Azure.WebJobs.FunctionNameAttribute("Wide")]
        public static Task<int> Wide([HttpTrigger(AuthorizationLevel.Function, Route = "caf\u00e9/\U0001F600/\"q\"/<a&b>'+`")] HttpRequest req) => null;

        [FunctionName("Queued"), FixedDelayRetry(Retries, "00:00:05"), Timeout("00:10:00", TimeoutWhileDebugging = true, ThrowOnTimeout = false)]
        [return: Queue(Queue, Connection = Nothing)]
        public static string Queued([QueueTrigger(Names.Queue)] string message, [Table("rates", "pk", Take = 5, Filter = "x eq 'y'")] IEnumerable<Row> rows, IBinder binder, Binder other) => null;

        [FunctionName("Nightly"), Disable("OFF"), ExponentialBackoffRetry(-1, "00:00:01", "00:01:00")]
        public static void Nightly([TimerTrigger("%Schedule%", RunOnStartup = OnStartup, UseMonitor = false)] TimerInfo timer,
            [Blob("a/{b}", FileAccess.ReadWrite), StorageAccount("ParameterStore")] Stream stream,
            [Blob("x", Connection = "Own")] out string text, [Queue("q")] ICollector<string> q) => text = "";

        [FunctionName("Bus"), ServiceBusAccount("Bus"), Singleton(Mode = SingletonMode.Listener)]
        public static void Bus([ServiceBusTrigger("topic", subscriptionName: "sub", IsSessionsEnabled = true)] List<Order> orders,
            [ServiceBus("out", ServiceBusEntityType.Topic)] IAsyncCollector<Order> result,
            [ServiceBus(queueOrTopicName: "named", Connection = "Other")] out Order one) => one = null;

        [FunctionName("Stream")]
        public static void Stream([IoTHubTrigger("hub", Connection = "Hub", ConsumerGroup = "g")] byte[] bytes) { }

        [FunctionName("Streams")]
        public static void Streams([EventHubTrigger("hub")] Azure.Messaging.EventHubs.EventData[] events) { }

        [FunctionName("Maps")]
        public static void Maps([EventHubTrigger("hub")] Dictionary<string, object> one) { }

        [FunctionName("Feed")]
        public static void Feed([CosmosDBTrigger(databaseName: "db", containerName: "orders", Connection = "Cosmos", LeaseContainerName = "l", MaxItemsPerInvocation = 7, StartFromBeginning = true)] IReadOnlyList<Order> orders,
            [CosmosDB("db", "copies", Connection = "Cosmos", PartitionKey = "/id", CreateIfNotExists = true)] IAsyncCollector<Order> copies,
            [CosmosDB("db", "all", SqlQuery = "select * from c")] IEnumerable<Order> all) { }

        [FunctionName("Grid")]
        [return: EventGrid(TopicEndpointUri = "T", TopicKeySetting = "K")]
        public static string Grid([EventGridTrigger] string[] events) => null;

        [FunctionName("Manual"), NoAutomaticTrigger]
        public static void Manual(string input) { }

        [FunctionName("Orchestrate")]
        public static Task Orchestrate([OrchestrationTrigger] IDurableOrchestrationContext context) => null;

        [FunctionName("Act")]
        public static string Act([ActivityTrigger] string input) => input;

        [FunctionName("Entity")]
        public static Task Entity([EntityTrigger(EntityName = nameof(Order))] IDurableEntityContext context) => null;

        [FunctionName("Start")]
        public static IActionResult Start([HttpTrigger(Names.Level)] HttpRequest req, [DurableClient(TaskHub = "%Hub%")] IDurableOrchestrationClient client) => null;

        [FunctionName("Warm")]
        public static void Warm([WarmupTrigger] WarmupContext context) { }

        public static class Inner
        {
            [FunctionName("Never")]
            public static void Never([TimerTrigger("0 * * * * *")] TimerInfo timer) { }
        }
    }

    public class Order { public string Id { get; set; } }
    public class Row { public string PartitionKey { get; set; } public string RowKey { get; set; } }
}
