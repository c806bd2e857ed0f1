using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace OrderDesk.Contracts
{
    [JsonConverter(typeof(StringEnumConverter))]
    public enum OrderStatus
    {
        New,
        [EnumMember(Value = "on-hold")] OnHold,
        Reserved,
        Shipped,
        Cancelled
    }

    /// <summary>An order as the shop, the warehouse and the queues see it.</summary>
    public class Order
    {
        [JsonProperty("orderNo")]
        public int Number { get; set; }

        [JsonProperty("ref")]
        public string Reference { get; set; }

        public string Customer { get; set; }

        public OrderStatus Status { get; set; }

        public DateTime OrderedOn { get; set; }

        public List<OrderLine> Lines { get; set; } = new List<OrderLine>();

        [JsonProperty("total")]
        public decimal Total { get; set; }

        [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
        public Guid? TrackingId { get; set; }

        [JsonIgnore]
        public string ClerkNote { get; set; }
    }

    public class OrderLine
    {
        [JsonProperty("sku", Required = Required.Always)]
        public string Article { get; set; }

        [JsonProperty("qty")]
        public int Quantity { get; set; }

        public decimal UnitPrice { get; set; }
    }
}
