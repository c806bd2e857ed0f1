using System.Threading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using OrderDesk.Services;

namespace OrderDesk.Functions
{
	public class OrderCommands
	{
		private readonly IOrderStore store;
		private readonly IPriceCalculator prices;

		public OrderCommands(IOrderStore store, IPriceCalculator prices)
		{
			this.store = store;
			this.prices = prices;
		}

		[FunctionName("CancelOrder")] // clerks only
		public async Task<IActionResult> CancelOrder(
			[HttpTrigger(AuthorizationLevel.Admin, "delete", Route = Routes.OrderById)] HttpRequest req,
			int id,
			[Queue(QueueNames.Audit)] ICollector<AuditEntry> audit,
			ILogger log)
		{
			var order = store.Find(id);
			if (order == null)
			{
				return new NotFoundResult();
			}
			if (order.Status == OrderStatus.Shipped)
			{
				log.LogWarning("Order {Number} is on its way", id);
				return new ConflictObjectResult(order);
			}

			order.Status = OrderStatus.Cancelled;
			await store.SaveAsync(order);
			Record(audit, "cancel", order);
			return new NoContentResult();
		}

		/// <summary>Computes the total of an order again; an order without lines is a broken one.</summary>
		[FunctionName(nameof(RecalculateTotal))]
		public async Task<IActionResult> RecalculateTotal(
			[HttpTrigger(AuthorizationLevel.Admin, "post", Route = Names.Maintenance + "/recalculate/{id}")] HttpRequest req,
			string id,
			CancellationToken cancellation,
			ILogger log)
		{
			cancellation.ThrowIfCancellationRequested();
			if (!int.TryParse(id, out var number)) return new BadRequestObjectResult("no number: " + id);
			var order = store.Find(number) ?? throw new ArgumentException($"order {number} is unknown");
			try
			{
				if (order.Lines.Count == 0) throw new InvalidOperationException($"order {number} has no lines");
				order.Total = prices.Total(order.Lines);
			}
			catch (InvalidOperationException e)
			{
				log.LogError(e, "Order {Number} cannot be computed", number);
				throw;
			}
			await store.SaveAsync(order);
			return new OkObjectResult(order.Total);
		}

		private static void Record(ICollector<AuditEntry> audit, string action, Order order)
		{
			audit.Add(new AuditEntry { Action = action, Subject = order.Reference });
		}
	}
}
