using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using FN = Microsoft.Azure.Functions.Worker.FunctionAttribute;

namespace Corners
{
    public static class Names
    {
        public const string Queue = "orders-" + nameof(Names);
        public const bool Batched = true;
        public const AuthorizationLevel Level = AuthorizationLevel.Admin;
    }

    public class Both
    {
        [HttpResult] public IActionResult Result { get; set; }
        [QueueOutput(Names.Queue, Connection = "Store")] public string[] Orders { get; set; }
        [BlobOutput("a/{id}")] public byte[] Blob { get; set; }
        public string Plain { get; set; }
    }

    public class Data
    {
        public HttpResponseData Response { get; set; }
        [ServiceBusOutput("t", ServiceBusEntityType.Topic, Connection = "Bus")] public string Topic { get; set; }
    }

    public record Row([property: QueueOutput("rows")] string Text, [property: HttpResult] IActionResult Result);

    public class Base { [QueueOutput("lost")] public string Lost { get; set; } }

    public partial class Derived : Base { [QueueOutput("found")] public string Found { get; set; } }

    public class Functions
    {
        [Function(nameof(Plain))]
        public IActionResult Plain([HttpTrigger] HttpRequest req) => null;

        [Function("Both")]
        public async Task<Both> Both([HttpTrigger(Names.Level, new[] { "GET", "post" }, Route = "b/{id}")] HttpRequest req, string id) { await Task.Yield(); return null; }

        [Function("Data")]
        public ValueTask<Data> Data([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequestData req) => default;

        [FN("Row")]
        public Row Row([HttpTrigger("get")] HttpRequest req) => null;

        [Function("Derived")]
        public Derived Derived([QueueTrigger("q")] string message) => null;

        [Function("Array"), QueueOutput("many")]
        public string[] Array([QueueTrigger("q", Connection = "Store")] string message) => null;

        [Function("Void")]
        public void Void([TimerTrigger("%S%", UseMonitor = false)] TimerInfo timer) { }

        [Function("Retry"), ExponentialBackoffRetry(5, "00:00:04", "00:15:00")]
        public static Task Retry([TimerTrigger(schedule: "0 * * * * *", RunOnStartup = true)] TimerInfo timer) => Task.CompletedTask;

        [Function("Hub")]
        public void Hub([EventHubTrigger("h", Connection = "C", ConsumerGroup = "g", IsBatched = false)] string text) { }

        [Function("Hubs")]
        public void Hubs([EventHubTrigger("h", Connection = "C")] string[] texts) { }

        [Function("Bus")]
        public void Bus([ServiceBusTrigger("t", "s", Connection = "Bus", IsBatched = Names.Batched, AutoCompleteMessages = false)] IReadOnlyList<string> texts) { }

        [Function("Mismatch")]
        public void Mismatch([ServiceBusTrigger("q")] string[] texts) { }

        [Function("Warm")]
        public void Warm([WarmupTrigger] object context) { }

        [Function("Client")]
        public HttpResponseData Client([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = null)] HttpRequestData req, [BlobInput("a/b", Connection = "Store")] string text, FunctionContext context) => null;
    }
}
