using System.IO;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using OrderDesk.Services;

namespace OrderDesk.Functions
{
    /// <summary>
    /// Takes orders from the shop and hands them to the warehouse: see <see cref="IAsyncCollector{T}"/> of
    /// <see cref="PlaceOrder"/> and the <see cref="QueueTriggerAttribute"/> in <see cref="Fulfilment"/>.
    /// </summary>
    public partial class OrderIntake
    {
        private readonly IOrderStore store;
        private readonly IPriceCalculator prices;
        private readonly OrderChecker checker;

        public OrderIntake(IOrderStore store, IPriceCalculator prices, OrderChecker checker)
        {
            this.store = store;
            this.prices = prices;
            this.checker = checker;
        }

        [FunctionName(FunctionNames.PlaceOrder)]
        public async Task<IActionResult> PlaceOrder(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Orders)] HttpRequest req,
            [Queue(QueueNames.Placed, Connection = Names.OrderStorage)] IAsyncCollector<OrderPlaced> placed, // to the warehouse
            // the audit trail stays in the account of the desk
            [Queue(QueueNames.Audit)] ICollector<string> audit,
            ILogger log)
        {
            var body = await new StreamReader(req.Body).ReadToEndAsync();
            OrderDraft draft;
            try
            {
                draft = JsonConvert.DeserializeObject<OrderDraft>(body);
            }
            catch (JsonException)
            {
                log.LogWarning("Body of {Length} characters is no order", body.Length);
                return new BadRequestObjectResult("The body is not an order.");
            }

            var problems = checker.Check(draft);
            if (problems.Count > 0)
            {
                audit.Add("refused " + (draft?.Reference ?? "?"));
                return new BadRequestObjectResult(new { draft?.Reference, Problems = problems });
            }

            var order = await store.AddAsync(ToOrder(draft));
            await AnnounceAsync(order, draft.Express, placed, log);
            audit.Add($"placed {order.Number}");
            return new CreatedResult($"/desk/orders/{order.Number}", order);
        }

        [FunctionName("AddNote")]
        public IActionResult AddNote(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.OrderById + "/notes")] HttpRequest req,
            int id,
            [Queue("order-notes")] out string note,
            ILogger log)
        {
            note = null;
            var order = store.Find(id);
            if (order == null) return new NotFoundResult();
            if (!(req.ContentLength > 0)) return new BadRequestObjectResult("A note needs a text.");

            var text = new StreamReader(req.Body).ReadToEnd();
            req.Body.Seek(0, SeekOrigin.Begin);
            order.ClerkNote = text.Trim();
            note = $"{order.Number}: {order.ClerkNote}";
            log.LogInformation("Note of {Bytes} bytes for {Number}, starts with {First}", req.ContentLength, id, (char)req.Body.ReadByte());
            return new AcceptedResult();
        }
    }
}
