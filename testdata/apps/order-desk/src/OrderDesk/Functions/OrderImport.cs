using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace OrderDesk.Functions
{
    public static class OrderImport
    {
        private const int MaxCharacters = 64 * 1024;

        /// <summary>Takes a file of drafts: a first pass for the size, a second one for the content.</summary>
        [FunctionName("ImportOrders")]
        public static IActionResult Run(
            [HttpTrigger(
                AuthorizationLevel.Function,
                "post",
                Route = "orders/import")]
            HttpRequest req,
            [Queue("order-drafts")] ICollector<OrderDraft> drafts,
            [Queue("audit")] ICollector<string> audit,
            ILogger log)
        {
            if (req.ContentLength == null) return new StatusCodeResult(StatusCodes.Status411LengthRequired);
            if (req.ContentLength == 0) return new BadRequestObjectResult("The file is empty.");

            int length;
            using (var first = new StreamReader(req.Body, Encoding.UTF8, false, 1024, leaveOpen: true))
            {
                length = first.ReadToEnd().Length;
            }
            if (length > MaxCharacters)
            {
                log.LogWarning("File of {Length} characters refused", length);
                return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            }

            req.Body.Position = 0;
            var content = new StreamReader(req.Body).ReadToEnd();
            List<OrderDraft> parsed;
            try
            {
                parsed = JsonConvert.DeserializeObject<List<OrderDraft>>(content);
            }
            catch (JsonException e)
            {
                log.LogError(e, "File of {Length} characters cannot be read", length);
                return new UnprocessableEntityObjectResult("Not a list of orders.");
            }

            var accepted = 0;
            parsed.ForEach(draft =>
            {
                if (draft?.Lines == null)
                {
                    log.LogWarning("Draft {Reference} without lines left out", draft?.Reference);
                    return;
                }
                drafts.Add(draft);
                accepted++;
            });
            audit.Add($"imported {accepted} of {parsed.Count}");
            return new OkObjectResult(new { accepted, refused = parsed.Count - accepted });
        }
    }
}
