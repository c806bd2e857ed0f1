using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrderDesk.Services;

namespace OrderDesk.Functions
{
    using Microsoft.Azure.WebJobs;
    using Microsoft.Azure.WebJobs.Extensions.Http;

    public class OrderQueries
    {
        private readonly IOrderStore store;
        private readonly ICarrierClient carrier;
        private readonly DeskOptions options;
        private readonly ILogger<OrderQueries> logger;

        public OrderQueries(IOrderStore store, ICarrierClient carrier, IOptions<DeskOptions> options, ILogger<OrderQueries> logger)
        {
            this.store = store;
            this.carrier = carrier;
            this.options = options.Value;
            this.logger = logger;
        }

        [FunctionName(nameof(ListOrders))]
        public IActionResult ListOrders(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Orders)] HttpRequest req)
        {
            string wanted = req.Query["status"];
            var status = OrderStatus.New;
            if (!string.IsNullOrEmpty(wanted) && !Enum.TryParse(wanted, true, out status))
            {
                logger.LogWarning("No such status: {Status}", wanted);
                return new BadRequestObjectResult($"'{wanted}' is no status.");
            }

            var limit = int.TryParse(req.Query["limit"], out var asked) && asked > 0 ? asked : options.PageSize;
            List<Order> page = store.All()
                .Where(order => string.IsNullOrEmpty(wanted) || order.Status == status)
                .Take(limit)
                .ToList();
            logger.LogInformation("Listing {Count} orders of at most {Limit}", page.Count, limit);
            return new OkObjectResult(page);
        }

        [FunctionName(nameof(GetOrder))]
        public IActionResult GetOrder(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.OrderById)] HttpRequest req,
            int id)
        {
            var order = store.Find(id);
            if (order == null) return new NotFoundObjectResult(new { orderNo = id, Message = "no such order" });
            return new OkObjectResult(order);
        }

        // The shop asks with its own reference and treats "nothing" as "not yet arrived", hence no 404.
        [FunctionName("FindOrderByReference")]
        public async Task<IActionResult> FindByReference(
            [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = Routes.Orders + "/by-reference/{reference}")] HttpRequest req,
            string reference,
            ILogger log)
        {
            await Task.Yield();
            var order = store.FindByReference(reference);
            log.LogInformation("Reference {Reference} is order {Number} ({Method})", reference, order?.Number, req.Method);
            return order == null ? null : new OkObjectResult(order);
        }

        [FunctionName("GetOrderLines")]
        public IActionResult GetOrderLines(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.OrderLines)] HttpRequest req, int id, int? line)
        {
            var lines = store.Find(id)?.Lines;
            if (lines == null || line > lines.Count || line < 1) return new NotFoundResult();
            return line.HasValue ? new OkObjectResult(lines[line.Value - 1]) : new OkObjectResult(lines);
        }

        [FunctionName("TrackShipment")]
        public IActionResult TrackShipment(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Shipment)] HttpRequest req, Guid trackingId) =>
            store.FindByTracking(trackingId) is { } order
                ? new RedirectResult(carrier.TrackingLink(order.TrackingId.Value))
                : new NotFoundResult();
    }
}
