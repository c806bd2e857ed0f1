namespace OrderDesk.Contracts
{
    /// <summary>Routes of the desk, shared with the web shop. Without the prefix of host.json.</summary>
    public static class Routes
    {
        public const string Orders = "orders";
        public const string OrderById = Orders + "/{id:int}";
        public const string OrderLines = OrderById + "/lines/{line:int?}";
        public const string Shipment = "shipments/{trackingId:guid}";
    }

    public static class QueueNames
    {
        public const string Placed = "orders-placed";
        public const string PlacedPoison = Placed + "-poison";
        public const string Reserved = "orders-reserved";
        public const string Shipments = "shipments";
        public const string Audit = "audit";
    }

    public static class FunctionNames
    {
        public const string PlaceOrder = "PlaceOrder";
        public const string ReserveStock = "ReserveStock";
    }
}
