using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using OrderDesk.Services;

namespace OrderDesk.Functions
{
    public class Housekeeping
    {
        private readonly IOrderStore store;

        public Housekeeping(IOrderStore store) => this.store = store;

        [FunctionName(Names.Health)]
        public static IActionResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest req) => new OkObjectResult("ok");

        /// <summary>One line for each status, for the morning meeting.</summary>
        [FunctionName("NightlySummary")]
        public void NightlySummary([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [Queue("summaries")] ICollector<string> summary, ILogger log)
        {
            if (timer.IsPastDue) log.LogWarning("The summary is late");
            foreach (var group in store.All().GroupBy(order => order.Status).OrderBy(group => group.Key))
            {
                summary.Add($"{group.Key}: {group.Count()}");
            }
            log.LogInformation("Summary of {Count} orders", store.All().Count());
        }

        [FunctionName(nameof(ReleaseStaleHolds))]
        [return: Queue("holds-released")]
        public async Task<Order> ReleaseStaleHolds(
            [TimerTrigger("%StaleHoldSchedule%")] TimerInfo timer, ILogger log)
        {
            var held = store.All().FirstOrDefault(order => order.Status == OrderStatus.OnHold);
            log.LogInformation("Stale hold: {Number}, late: {Late}", held?.Number, timer?.IsPastDue == true);
            if (held == null) return null;

            held.Status = OrderStatus.New;
            await store.SaveAsync(held);
            return held;
        }
    }
}