using System.Net;
using System.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;

namespace VisitorDesk
{
    public static class Complaints
    {
        [FunctionName("Complain")]
        public static IActionResult Complain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "complaints/{about}")] HttpRequest req, string about)
        {
            switch (about)
            {
                case "coffee":
                    return new BadRequestErrorMessageResult("There is no coffee.");
                case "lift":
                    return new InternalServerErrorResult();
                case "stairs":
                    return new ExceptionResult(new System.InvalidOperationException("no lift", new System.ArgumentException("stairs")), req.Query.ContainsKey("detail"));
                case "rain":
                    throw new HttpResponseException(HttpStatusCode.Gone);
                default:
                    return Caught(about);
            }
        }

        private static IActionResult Caught(string about)
        {
            try
            {
                throw new HttpResponseException(HttpStatusCode.NotFound);
            }
            catch (HttpResponseException e)
            {
                return new ObjectResult(about + ": " + e.Message) { StatusCode = (int)e.Response.StatusCode };
            }
        }
    }
}
