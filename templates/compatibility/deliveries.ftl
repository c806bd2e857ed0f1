
    /// <summary>A delivery of RabbitMQ, made of its body and what the host tells of it.</summary>
    [ExcludeFromCodeCoverage]
    internal static class Deliveries
    {
        public static BasicDeliverEventArgs Of(FunctionContext context, byte[] body) => new BasicDeliverEventArgs(
            Value(context, "ConsumerTag"),
            ulong.Parse(Value(context, "DeliveryTag")),
            bool.Parse(Value(context, "Redelivered")),
            Value(context, "Exchange"),
            Value(context, "RoutingKey"),
            null,
            body);

        private static string Value(FunctionContext context, string name) =>
            context.BindingContext.BindingData.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();
    }
