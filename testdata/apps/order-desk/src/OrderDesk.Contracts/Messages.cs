using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace OrderDesk.Contracts
{
    /// <summary>What the shop posts.</summary>
    public class OrderDraft
    {
        [JsonProperty("ref")]
        public string Reference { get; set; }

        public string Customer { get; set; }

        public DateTime OrderedOn { get; set; }

        [JsonProperty("rush")]
        public bool Express { get; set; }

        public List<OrderLine> Lines { get; set; }
    }

    public class OrderPlaced
    {
        [JsonProperty("orderNo")]
        public int Number { get; set; }

        [JsonProperty("rush")]
        public bool Express { get; set; }

        public DateTime OrderedOn { get; set; }
    }

    public class ShipmentRequest
    {
        [JsonProperty("orderNo")]
        public int Number { get; set; }

        [JsonProperty("to")]
        public string Customer { get; set; }

        public OrderStatus Status { get; set; }
    }

    public class Quote
    {
        [JsonProperty("net")]
        public decimal Net { get; set; }

        [JsonProperty("gross")]
        public decimal Gross { get; set; }

        public int Lines { get; set; }
    }

    public class StockChange
    {
        [JsonProperty("sku")]
        public string Article { get; set; }

        public int Delta { get; set; }

        public int? Level { get; set; }
    }

    public class AuditEntry
    {
        [JsonProperty("what")]
        public string Action { get; set; }

        [JsonProperty("of")]
        public string Subject { get; set; }
    }

    public class Notification
    {
        [JsonProperty("orderNo")]
        public int Number { get; set; }

        public string Text { get; set; }

        public List<string> Channels { get; set; }
    }
}
