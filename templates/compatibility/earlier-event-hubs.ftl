
    /// <summary>Event hubs of the earlier SDK, which the methods of the app take or fill.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierEventHubs
    {
        private static readonly ConcurrentDictionary<string, Microsoft.Azure.EventHubs.EventHubClient> Clients = new ConcurrentDictionary<string, Microsoft.Azure.EventHubs.EventHubClient>();

        public static Microsoft.Azure.EventHubs.EventHubClient Of(FunctionContext context, string target, string connection)
        {
            target = BindingSettings.Resolve(context, target);
            return Clients.GetOrAdd(connection + "/" + target, key =>
            {
                var settings = new Microsoft.Azure.EventHubs.EventHubsConnectionStringBuilder(BindingSettings.Connection(context, connection).Value);
                settings.EntityPath = string.IsNullOrEmpty(settings.EntityPath) ? target : settings.EntityPath;
                return Microsoft.Azure.EventHubs.EventHubClient.CreateFromConnectionString(settings.ToString());
            });
        }

        public static ClientCollector<Microsoft.Azure.EventHubs.EventData> Collector(FunctionContext context, string target, string connection) =>
            new ClientCollector<Microsoft.Azure.EventHubs.EventData>((item, token) => Of(context, target, connection).SendAsync(item));
    }
