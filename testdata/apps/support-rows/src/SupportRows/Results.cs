using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Newtonsoft.Json.Linq;

namespace SupportRows
{
    /// <summary>What functions return, and what their callers get.</summary>
    public static class Results
    {
        private static readonly Parcel Pen = new Parcel { Number = "P-1", To = "Ada", Pieces = 2, Weight = 1.50m, Pickup = DayOfWeek.Friday, Note = "hidden" };

        [FunctionName("ResultMessage")]
        public static HttpResponseMessage ResultMessage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "message/{kind}")] HttpRequest req, string kind)
        {
            switch (kind)
            {
                case "null":
                    return null;
                case "empty":
                    return new HttpResponseMessage(HttpStatusCode.NoContent);
                case "bytes":
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[] { 1, 2, 255 }) };
                case "chunked":
                    return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("chunky"), Headers = { TransferEncodingChunked = true } };
                case "headers":
                    return new HttpResponseMessage((HttpStatusCode)429) { Content = new StringContent("slow"), Headers = { { "Retry-After", "7" }, { "X-Many", new[] { "1", "2" } } } };
                default:
                    return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("{\"a\":1}", Encoding.UTF8, "application/json"), Headers = { Location = new Uri("https://example.org/x") } };
            }
        }

        [FunctionName("ResultParcel")]
        public static Parcel ResultParcel([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => req.Query.ContainsKey("none") ? null : Pen;

        [FunctionName("ResultText")]
        public static string ResultText([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => req.Query.ContainsKey("none") ? null : "a \"text\" ü";

        [FunctionName("ResultBytes")]
        public static byte[] ResultBytes([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => new byte[] { 1, 2, 3 };

        [FunctionName("ResultStream")]
        public static Stream ResultStream([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => new MemoryStream(Encoding.UTF8.GetBytes("stream"));

        [FunctionName("ResultNumber")]
        public static async Task<int> ResultNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => 7;

        [FunctionName("ResultFlag")]
        public static bool ResultFlag([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => true;

        [FunctionName("ResultList")]
        public static List<Parcel> ResultList([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => new List<Parcel> { Pen, null };

        [FunctionName("ResultLazy")]
        public static IEnumerable<int> ResultLazy([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => Enumerable.Range(1, 4).Where(i => i != 3);

        [FunctionName("ResultJson")]
        public static JObject ResultJson([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => JObject.Parse("{\"Name\":\"x\",\"Deep\":{\"A\":[1,null]}}");

        [FunctionName("ResultObject")]
        public static object ResultObject([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "object/{kind}")] HttpRequest req, string kind)
        {
            switch (kind)
            {
                case "null":
                    return null;
                case "result":
                    return new ConflictObjectResult("conflict");
                case "message":
                    return new HttpResponseMessage(HttpStatusCode.Gone);
                default:
                    return new { URLName = "x", Day = DayOfWeek.Friday, When = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Map = new Dictionary<string, int> { ["Key One"] = 1 } };
            }
        }

        [FunctionName("ResultDynamic")]
        public static async Task<dynamic> ResultDynamic([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => new OkObjectResult("dynamic");

        [FunctionName("ResultEither")]
        public static ActionResult<Parcel> ResultEither([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req)
        {
            if (req.Query.ContainsKey("none"))
            {
                return new NotFoundObjectResult("none");
            }

            return Pen;
        }

        [FunctionName("ResultOrNull")]
        public static IActionResult ResultOrNull([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => req.Query.ContainsKey("none") ? null : new OkObjectResult("some");

        [FunctionName("ResultAction")]
        public static async Task<IActionResult> ResultAction([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action/{kind}")] HttpRequest req, string kind)
        {
            switch (kind)
            {
                case "created":
                    return new CreatedResult("/api/parcels/1", Pen);
                case "file":
                    return new FileContentResult(new byte[] { 1, 2 }, "application/octet-stream") { FileDownloadName = "a b.bin" };
                case "redirect":
                    return new RedirectResult("/api/other");
                case "status":
                    return new StatusCodeResult(418);
                default:
                    return new BadRequestObjectResult(new { Error = kind });
            }
        }

        [FunctionName("ResultNothing")]
        public static void ResultNothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req)
        {
            if (req.Query.ContainsKey("teapot"))
            {
                req.HttpContext.Response.StatusCode = 418;
            }
        }

        [FunctionName("ResultTask")]
        public static async Task ResultTask([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req)
        {
            if (req.Query.ContainsKey("write"))
            {
                req.HttpContext.Response.StatusCode = 202;
                await req.HttpContext.Response.WriteAsync("written");
            }
        }

        [FunctionName("ResultThrows")]
        public static IActionResult ResultThrows([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req) => throw new InvalidOperationException("boom");
    }
}
