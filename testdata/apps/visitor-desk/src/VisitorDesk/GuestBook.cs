using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;

namespace VisitorDesk
{
    public static class GuestBook
    {
        [FunctionName("ReadGuestBook")]
        public static HttpResponseMessage Read(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "guestbook/{page:int}")] HttpRequestMessage req, int page)
        {
            return page > 3
                ? req.CreateErrorResponse(HttpStatusCode.NotFound, "There is no page " + page + " at " + Path(req))
                : req.CreateResponse(HttpStatusCode.OK, new GuestBookPage { Number = page, Text = "Grüße" });
        }

        private static string Path(HttpRequestMessage req) => ((HttpContext)req.Properties[nameof(HttpContext)]).Request.Path;

        [FunctionName("SignGuestBook")]
        public static async Task<HttpResponseMessage> Sign(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "guestbook")] HttpRequestMessage req)
        {
            var text = await req.Content.ReadAsStringAsync();
            if (text.Length == 0)
            {
                return req.CreateErrorResponse(HttpStatusCode.BadRequest, new ArgumentException("Nothing written"));
            }

            return text == "quiet"
                ? req.CreateResponse(HttpStatusCode.Accepted)
                : req.CreateResponse(HttpStatusCode.Created, text, "text/plain");
        }
    }

    public class GuestBookPage
    {
        public int Number { get; set; }

        public string Text { get; set; }
    }
}
