using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using QueueOut = Microsoft.Azure.WebJobs.QueueAttribute;

namespace OrderDesk.Functions
{
#pragma warning disable CA1822 // instance methods on purpose
    public class Stock
    {
        [Microsoft.Azure.WebJobs.FunctionName("ApplyStockChange")]
        public async Task ApplyStockChange(
            [QueueTrigger("stock-changes")] StockChange change,
            [QueueOut(QueueNames.Audit)] IAsyncCollector<AuditEntry> audit,
            [QueueOut("restock", Connection = Names.OrderStorage)] IAsyncCollector<StockChange> restock,
            ILogger log)
        {
            if (string.IsNullOrEmpty(change.Article))
            {
                log.LogWarning("Change of {Delta} without an article", change.Delta);
                return;
            }
            await audit.AddAsync(new AuditEntry { Action = $"stock {change.Delta:+0;-0;0}", Subject = change.Article });
            if (change.Level + change.Delta < 0)
            {
                await restock.AddAsync(new StockChange { Article = change.Article, Delta = -change.Delta });
                log.LogInformation("{Article} is short by {Missing}", change.Article, -(change.Level + change.Delta));
            }
        }

        /// <summary>Entries are plain text (old) or JSON (new).</summary>
        [FunctionName("RecordAudit")]
        public void RecordAudit([QueueTrigger(QueueNames.Audit)] string entry, ILogger log)
        {
            var text = entry.StartsWith("{") ? (string)JObject.Parse(entry)["what"] : entry;
            log.LogInformation("Audit: {Entry}", text);
            if (string.IsNullOrEmpty(text)) log.LogWarning("Audit entry without text");
        }
    }
#pragma warning restore CA1822
}
