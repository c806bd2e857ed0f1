using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using OrderDesk.Services;

namespace OrderDesk.Functions
{
    /// <summary>The way of an order through the warehouse, queue by queue.</summary>
    public class Fulfilment
    {
        private readonly IOrderStore store;

        public Fulfilment(IOrderStore store)
        {
            this.store = store;
        }

        #region reserve
        [FunctionName(FunctionNames.ReserveStock)]
        [return: Queue(QueueNames.Reserved)]
        public async Task<string> ReserveStock(
            [QueueTrigger(QueueNames.Placed, Connection = "OrderStorage")] OrderPlaced message,
            string id,
            long dequeueCount,
            ILogger log)
        {
            log.LogInformation("Message {Id}, attempt {Attempt}", id, dequeueCount);
            var order = store.Find(message.Number);
            if (order == null) throw new InvalidOperationException($"order {message.Number} is not in the store");
            if (order.Status != OrderStatus.New)
            {
                log.LogWarning("Order {Number} is {Status} already", order.Number, order.Status);
                return null;
            }

            order.Status = message.Express ? OrderStatus.Reserved : OrderStatus.OnHold;
            await store.SaveAsync(order);
            return order.Number.ToString();
        }
        #endregion

        [FunctionName("RequestShipment")]
        // between the attributes: the queue of the carrier, not of the desk
        [return: Microsoft.Azure.WebJobs.Queue(QueueNames.Shipments)]
        public ShipmentRequest RequestShipment([QueueTrigger(QueueNames.Reserved)] string number)
        {
            var order = store.Find(int.Parse(number));
            return order == null ? null : new ShipmentRequest { Number = order.Number, Customer = order.Customer, Status = order.Status };
        }

        [FunctionName("BookShipment")]
        public void BookShipment(
            [QueueTrigger(QueueNames.Shipments)] ShipmentRequest request,
            [Queue("orders-shipped", Connection = "OrderStorage")] out Order shipped,
            [Queue("labels")] ICollector<string> labels,
            ILogger log)
        {
            shipped = store.Find(request.Number);
            if (shipped == null)
            {
                log.LogWarning("Nothing to ship for {Number} ({Customer})", request.Number, request.Customer);
                return;
            }
            shipped.Status = OrderStatus.Shipped;
            shipped.TrackingId = Tracking.Of(shipped.Number);
            foreach (var line in shipped.Lines) labels.Add($"{shipped.Number}/{line.Article} x{line.Quantity}");
        }

        [FunctionName("PrintLabel")]
        public static void PrintLabel([QueueTrigger("labels")] byte[] label, [Queue("printer")] out string job, ILogger log)
        {
            var sum = 0;
            foreach (var one in label) sum = (sum + one) & 0xff;
            job = label.Length == 0 ? null : $"label of {label.Length} bytes, checksum {sum:x2}";
            log.LogInformation("Printing {Length} bytes", label.Length);
        }
    }
}
