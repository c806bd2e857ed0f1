using System.Net;
using System.Net.Http;
using System.Text;
using Claims.Shared;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Claims.Portal
{
    /// <summary>Written for the Web API of old: messages in, messages out.</summary>
    public static class Documents
    {
        [FunctionName("GetClaim")]
        public static HttpResponseMessage GetClaim(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Claim)] HttpRequestMessage request,
            int number)
        {
            var claim = ClaimStore.Find(number);
            if (claim == null)
            {
                return new HttpResponseMessage(HttpStatusCode.NotFound)
                {
                    Content = new StringContent("no claim " + number),
                };
            }

            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(JsonConvert.SerializeObject(claim), Encoding.UTF8, "application/json"),
            };
            response.Headers.Add("X-Claim-State", claim.State);
            return response;
        }

        [FunctionName("UploadDocument")]
        public static async Task<HttpResponseMessage> UploadDocument(
            [HttpTrigger(AuthorizationLevel.Function, "post", "put", Route = Routes.Documents)]
            HttpRequestMessage request,
            int number,
            string kind,
            ILogger log,
            CancellationToken cancellation)
        {
            #region who and what
            var bytes = await request.Content.ReadAsByteArrayAsync(cancellation);
            var type = request.Content.Headers.ContentType?.MediaType ?? "none";
            #endregion

            log.LogInformation("{Length} bytes of {Type} for {Number}", bytes.Length, type, number);
            if (bytes.Length == 0)
            {
                return new HttpResponseMessage(HttpStatusCode.BadRequest);
            }

            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Content = new StringContent($"{number}/{kind ?? "other"}: {bytes.Length} bytes of {type}"),
            };
        }
    }
}
