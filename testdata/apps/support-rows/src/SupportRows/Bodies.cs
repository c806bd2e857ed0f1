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
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SupportRows
{
    /// <summary>Triggers on something else than the request, and requests whose body is read in the old ways.</summary>
    public static class Bodies
    {
        [FunctionName("BodyAsParcel")]
        public static IActionResult BodyAsParcel([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")] Parcel parcel) => new OkObjectResult(parcel.Text());

        [FunctionName("BodyAsParcelOfRoute")]
        public static IActionResult BodyAsParcelOfRoute([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "parcels/{to}/{pieces}")] Parcel parcel, string to, int pieces)
            => new OkObjectResult(parcel.Text() + to + pieces);

        [FunctionName("BodyBesideRequest")]
        public static IActionResult BodyBesideRequest([HttpTrigger(AuthorizationLevel.Anonymous, "post")] Parcel parcel, HttpRequest req)
            => new OkObjectResult(parcel.To + " " + req.Method + " " + req.Headers["X-From"]);

        [FunctionName("BodyAsMessage")]
        public static async Task<HttpResponseMessage> BodyAsMessage([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put")] HttpRequestMessage req)
        {
            var text = req.Method + " " + req.RequestUri.PathAndQuery + " " + await req.Content.ReadAsStringAsync() + " " + (await req.Content.ReadAsByteArrayAsync()).Length;
            var response = new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent(text, Encoding.UTF8, "text/csv") };
            response.Headers.Add("X-In", req.Headers.TryGetValues("X-In", out var values) ? values : new[] { "none" });
            response.Headers.Add("X-Type", req.Content.Headers.ContentType?.MediaType ?? "none");
            return response;
        }

        [FunctionName("BodyAsText")]
        public static IActionResult BodyAsText([HttpTrigger(AuthorizationLevel.Anonymous, "post")] string body) => new OkObjectResult((body ?? "null") + " " + body?.Length);

        [FunctionName("BodyAsBytes")]
        public static IActionResult BodyAsBytes([HttpTrigger(AuthorizationLevel.Anonymous, "post")] byte[] body) => new OkObjectResult(body == null ? "null" : string.Join(",", body));

        [FunctionName("BodyAsStream")]
        public static async Task<IActionResult> BodyAsStream([HttpTrigger(AuthorizationLevel.Anonymous, "post")] Stream body) => new OkObjectResult(await new StreamReader(body).ReadToEndAsync());

        [FunctionName("BodyAsReader")]
        public static IActionResult BodyAsReader([HttpTrigger(AuthorizationLevel.Anonymous, "post")] TextReader body) => new OkObjectResult(body.ReadToEnd());

        [FunctionName("BodyAsJson")]
        public static IActionResult BodyAsJson([HttpTrigger(AuthorizationLevel.Anonymous, "post")] JObject body) => new OkObjectResult(body == null ? "null" : body.ToString(Formatting.None));

        [FunctionName("BodyAsDynamic")]
        public static IActionResult BodyAsDynamic([HttpTrigger(AuthorizationLevel.Anonymous, "post")] dynamic body) => new OkObjectResult((string)body?.to + " " + ((object)body is JObject));

        [FunctionName("BodyAsList")]
        public static IActionResult BodyAsList([HttpTrigger(AuthorizationLevel.Anonymous, "post")] List<Parcel> body) => new OkObjectResult(body.Count + " " + body.FirstOrDefault()?.To);

        [FunctionName("BodyAsArray")]
        public static IActionResult BodyAsArray([HttpTrigger(AuthorizationLevel.Anonymous, "post")] Parcel[] body) => new OkObjectResult(body.Length + " " + body.FirstOrDefault()?.Number);

        [FunctionName("BodyAsDictionary")]
        public static IActionResult BodyAsDictionary([HttpTrigger(AuthorizationLevel.Anonymous, "post")] Dictionary<string, string> body)
            => new OkObjectResult(string.Join(";", body.OrderBy(pair => pair.Key).Select(pair => pair.Key + "=" + pair.Value)));

        [FunctionName("ReadAtOnce")]
        public static IActionResult ReadAtOnce([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest req) => new OkObjectResult(new StreamReader(req.Body).ReadToEnd().Length);

        [FunctionName("ReadTwice")]
        public static async Task<IActionResult> ReadTwice([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest req)
        {
            var first = await new StreamReader(req.Body).ReadToEndAsync();
            req.Body.Seek(0, SeekOrigin.Begin);
            var second = JsonSerializer.CreateDefault().Deserialize<Parcel>(new JsonTextReader(new StreamReader(req.Body)));
            return new OkObjectResult(first.Length + " " + second?.To);
        }

        [FunctionName("ReadForm")]
        public static async Task<IActionResult> ReadForm([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest req)
        {
            var form = await req.ReadFormAsync();
            return new OkObjectResult(string.Join(";", form.Select(field => field.Key + "=" + field.Value)) + " " + req.Form.Files.Count);
        }
    }
}
