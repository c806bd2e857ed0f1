using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;

namespace VisitorDesk
{
    public class Visits
    {
        private readonly CurrentVisitor visitor;
        private readonly IHttpClientFactory clients;

        public Visits(CurrentVisitor visitor, IHttpClientFactory clients)
        {
            this.visitor = visitor;
            this.clients = clients;
        }

        [FunctionName("Greet")]
        public IActionResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visits/greet")] HttpRequest req)
        {
            return new OkObjectResult("Hello " + visitor.Describe());
        }

        [FunctionName("Claims")]
        public IActionResult Claims([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visits/claims")] HttpRequest req)
        {
            var user = req.HttpContext.User;
            return new OkObjectResult(new
            {
                user.Identity?.IsAuthenticated,
                Claims = user.Claims.Select(claim => claim.Type + "=" + claim.Value),
            });
        }

        [FunctionName("Partner")]
        public IActionResult Partner([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visits/partner")] HttpRequest req)
        {
            using (var client = clients.CreateClient("partner"))
            {
                return new OkObjectResult("Waits " + client.Timeout);
            }
        }

        [FunctionName("Badge")]
        public IActionResult Badge([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visits/badge")] HttpRequest req)
        {
            var text = Encoding.UTF8.GetBytes("badge of " + req.Query["name"]);
            var response = req.HttpContext.Response;
            response.ContentType = "text/plain";
            response.Body.Write(text, 0, text.Length);
            return new EmptyResult();
        }

        [FunctionName("Asked")]
        public IActionResult Asked(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visits/asked")] HttpRequest req,
            IDictionary<string, string> headers,
            IDictionary<string, string> query)
        {
            return new OkObjectResult(new
            {
                Sent = headers.Where(header => header.Key.StartsWith("X-Asked")).OrderBy(header => header.Key),
                AnyCase = headers.ContainsKey("x-asked-one"),
                Query = query.OrderBy(value => value.Key),
                QueryInAnyCase = query.ContainsKey("NAME"),
            });
        }
    }
}
