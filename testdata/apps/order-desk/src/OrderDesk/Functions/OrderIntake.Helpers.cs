using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;

namespace OrderDesk.Functions
{
    public partial class OrderIntake
    {
        private Order ToOrder(OrderDraft draft)
        {
            return new Order
            {
                Reference = draft.Reference,
                Customer = draft.Customer,
                OrderedOn = draft.OrderedOn,
                Lines = draft.Lines,
                Total = prices.Total(draft.Lines)
            };
        }

        private async Task AnnounceAsync(Order order, bool express, IAsyncCollector<OrderPlaced> placed, ILogger log)
        {
            await placed.AddAsync(new OrderPlaced { Number = order.Number, Express = express, OrderedOn = order.OrderedOn });
            log.LogInformation("Order {Number} placed by {Customer}: {Total} {Currency}", order.Number, order.Customer, order.Total, prices.Currency);
        }
    }
}
