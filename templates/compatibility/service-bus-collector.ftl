
    /// <summary>Sends each message at once, with all its properties, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal static class ServiceBusCollector
    {
        private static readonly ConcurrentDictionary<string, ServiceBusClient> Clients = new ConcurrentDictionary<string, ServiceBusClient>();
        private static readonly ConcurrentDictionary<string, ServiceBusSender> Senders = new ConcurrentDictionary<string, ServiceBusSender>();

        public static ClientCollector<ServiceBusMessage> Of(FunctionContext context, string target, string connection) =>
            new ClientCollector<ServiceBusMessage>((item, token) => Sender(context, target, connection).SendMessageAsync(item, token));

        public static ClientCollector<byte[]> OfBytes(FunctionContext context, string target, string connection) =>
            new ClientCollector<byte[]>((item, token) => Sender(context, target, connection).SendMessageAsync(Binary(new BinaryData(item)), token));

        public static ClientCollector<BinaryData> OfData(FunctionContext context, string target, string connection) =>
            new ClientCollector<BinaryData>((item, token) => Sender(context, target, connection).SendMessageAsync(Binary(item), token));

<#if model.parts.brokeredMessages>
        public static ClientCollector<BrokeredMessage> OfBrokered(FunctionContext context, string target, string connection) =>
            new ClientCollector<BrokeredMessage>((item, token) => Sender(context, target, connection).SendMessageAsync(item.ToMessage(), token));

</#if>
        public static ServiceBusSender Sender(FunctionContext context, string target, string connection)
        {
            target = BindingSettings.Resolve(context, target);
            return Senders.GetOrAdd(connection + "/" + target, key => Client(context, connection).CreateSender(target));
        }

        public static ServiceBusClient Client(FunctionContext context, string connection) => Clients.GetOrAdd(connection, name =>
        {
            var section = BindingSettings.Connection(context, name);
            var address = section["fullyQualifiedNamespace"];
            return address == null ? new ServiceBusClient(section.Value) : new ServiceBusClient(address, BindingSettings.Credential(section));
        });

        private static ServiceBusMessage Binary(BinaryData body) => new ServiceBusMessage(body) { ContentType = "application/octet-stream" };
    }
