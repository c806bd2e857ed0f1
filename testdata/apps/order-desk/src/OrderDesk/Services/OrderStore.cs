using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace OrderDesk.Services
{
    public interface IOrderStore
    {
        IEnumerable<Order> All();

        Order Find(int number);

        Order FindByReference(string reference);

        Order FindByTracking(Guid trackingId);

        Task<Order> AddAsync(Order order);

        Task SaveAsync(Order order);
    }

    /// <summary>Stands in for the order database; starts with the orders of the sample.</summary>
    public class InMemoryOrderStore : IOrderStore
    {
        private readonly ConcurrentDictionary<int, Order> orders = new ConcurrentDictionary<int, Order>();

        public InMemoryOrderStore()
        {
            Seed(1001, "W-1", "Ada", OrderStatus.New, new OrderLine { Article = "PEN", Quantity = 10, UnitPrice = 1.20m });
            Seed(1002, "W-2", "Grüße GmbH", OrderStatus.OnHold, new OrderLine { Article = "INK", Quantity = 2, UnitPrice = 7.50m });
            Seed(1003, "W-3", "Grace", OrderStatus.Shipped, new OrderLine { Article = "PAPER", Quantity = 4, UnitPrice = 5m }).TrackingId = Tracking.Of(1003);
            Seed(1004, "W-4", "Edsger", OrderStatus.New);
        }

        public IEnumerable<Order> All() => orders.Values.OrderBy(order => order.Number);

        public Order Find(int number) => orders.TryGetValue(number, out var order) ? order : null;

        public Order FindByReference(string reference) => All().FirstOrDefault(order => order.Reference == reference);

        public Order FindByTracking(Guid trackingId) => All().FirstOrDefault(order => order.TrackingId == trackingId);

        public Task<Order> AddAsync(Order order)
        {
            order.Number = orders.Keys.Max() + 1;
            orders[order.Number] = order;
            return Task.FromResult(order);
        }

        public Task SaveAsync(Order order)
        {
            orders[order.Number] = order;
            return Task.CompletedTask;
        }

        private Order Seed(int number, string reference, string customer, OrderStatus status, params OrderLine[] lines)
        {
            return orders[number] = new Order
            {
                Number = number,
                Reference = reference,
                Customer = customer,
                Status = status,
                OrderedOn = new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc),
                Lines = lines.ToList(),
                Total = lines.Sum(line => line.Quantity * line.UnitPrice)
            };
        }
    }

    public static class Tracking
    {
        public static Guid Of(int number) => new Guid(number, 0x0d, 0x0e, new byte[8]);
    }
}
