using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace SupportRows
{
    /// <summary>Methods of a shape that the worker finds or calls in another way than the host.</summary>
    public class Shapes
    {
        [FunctionName(nameof(Overloaded))]
        public string Overloaded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "overloaded/{count}")] HttpRequest req, int count) => Overloaded(req.Query["text"], count);

        public string Overloaded(string text, int count) => text == null ? null : text + count;

        [FunctionName("OverloadedQueue")]
        [return: Queue("returned")]
        public static Task<string> Forward([QueueTrigger("texts")] string text) => Forward(text, "!");

        private static async Task<string> Forward(string text, string end)
        {
            await Task.Yield();
            return text + end;
        }

        [FunctionName("Keyword")]
        public static void @event([QueueTrigger("events")] string text, ILogger @params) => @params.LogInformation("event {Text}", text);

        [FunctionName("AwaitedValue")]
        public static async ValueTask<string> AwaitedValue([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => "value";

        [FunctionName("BodyAsStreamReader")]
        public static IActionResult BodyAsStreamReader([HttpTrigger(AuthorizationLevel.Anonymous, "post")] StreamReader body) => new OkObjectResult(body.ReadToEnd());

        public class Inner
        {
            [FunctionName("NeverRan")]
            public static string NeverRan([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => "never";
        }
    }

    internal class Hidden
    {
        [FunctionName("InternalClass")]
        public IActionResult InternalClass([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => req.Query.ContainsKey("throw") ? throw new InvalidOperationException("inside") : new OkObjectResult("inside");
    }
}
