using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace OrderDesk.Services
{
    public interface IPriceCalculator
    {
        string Currency { get; }

        decimal Total(IEnumerable<OrderLine> lines);
    }

    public class PriceCalculator : IPriceCalculator
    {
        public PriceCalculator(string currency) => Currency = currency;

        public string Currency { get; }

        public decimal Total(IEnumerable<OrderLine> lines)
        {
            var sum = lines.Sum(line => line.Quantity * line.UnitPrice);
            return sum >= 1000m ? decimal.Round(sum * 0.95m, 2) : sum;
        }
    }

    /// <summary>Checks what the shop sends, line by line.</summary>
    public class OrderChecker
    {
        private readonly ILogger<OrderChecker> logger;

        public OrderChecker(ILogger<OrderChecker> logger) => this.logger = logger;

        public List<string> Check(OrderDraft draft)
        {
            var problems = new List<string>();
            if (draft == null)
            {
                problems.Add("no order in the body");
                return problems;
            }
            if (string.IsNullOrWhiteSpace(draft.Customer)) problems.Add("customer is missing");
            if (draft.Lines == null || draft.Lines.Count == 0) problems.Add("order has no lines");
            else problems.AddRange(draft.Lines.Where(line => line.Quantity <= 0).Select(line => "quantity of " + line.Article));
            if (problems.Count > 0) logger.LogWarning("Draft {Reference} has {Count} problems", draft.Reference, problems.Count);
            return problems;
        }
    }
}
