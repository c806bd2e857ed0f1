
    /// <summary>Senders of the earlier SDK, which the methods of the app take or fill.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierSenders
    {
        private static readonly ConcurrentDictionary<string, Microsoft.Azure.ServiceBus.Core.MessageSender> Senders = new ConcurrentDictionary<string, Microsoft.Azure.ServiceBus.Core.MessageSender>();

        public static Microsoft.Azure.ServiceBus.Core.MessageSender Of(FunctionContext context, string target, string connection)
        {
            target = BindingSettings.Resolve(context, target);
            return Senders.GetOrAdd(connection + "/" + target, key => new Microsoft.Azure.ServiceBus.Core.MessageSender(BindingSettings.Connection(context, connection).Value, target));
        }

        public static ClientCollector<Microsoft.Azure.ServiceBus.Message> Collector(FunctionContext context, string target, string connection) =>
            new ClientCollector<Microsoft.Azure.ServiceBus.Message>((item, token) => Of(context, target, connection).SendAsync(item));
    }
