using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace OrderDesk.Functions
{
    public static class Quotes
    {
        private const decimal Vat = 0.19m;

        [FunctionName("QuoteOrder"), SuppressMessage("Design", "CA1031", Justification = "a quote never fails")]
        #region signature
        public static IActionResult QuoteOrder(
            [HttpTrigger("post", Route = "quotes")] HttpRequest req, // default level
            [Queue("quotes")] /* nothing is sent for a bad request */ out Quote quote,
            ILogger log
            // no principal: quotes are for everybody with a key
            )
        #endregion
        {
            quote = null;
            OrderDraft draft;
            try
            {
                draft = JsonConvert.DeserializeObject<OrderDraft>(new StreamReader(req.Body).ReadToEnd());
            }
            catch (Exception e)
            {
                log.LogError(e, "No quote for {ContentType}", req.ContentType);
                return new BadRequestResult();
            }
            if (draft?.Lines == null) return new BadRequestObjectResult("Nothing to quote.");

            var net = draft.Lines.Sum(line => line.Quantity * line.UnitPrice);
            quote = new Quote { Net = net, Gross = decimal.Round(net * (1 + Vat), 2), Lines = draft.Lines.Count };
            LogQuote(log, draft.Customer, quote);
            return new OkObjectResult(quote);
        }

        private static void LogQuote(ILogger log, string customer, Quote quote)
        {
#if DEBUG
            log.LogDebug("Quote in detail: {Net} net", quote.Net);
#endif
            log.LogInformation("Quoted {Gross} to {Customer}", quote.Gross, customer);
        }
    }
}
