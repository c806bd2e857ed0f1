
    /// <summary>Publishes events at once, as the collector of the in-process host did at the end.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EventGridClients
    {
        public static ClientCollector<EventGridEvent> Events(FunctionContext context, string endpointSetting, string keySetting, string connection) =>
            new ClientCollector<EventGridEvent>((item, token) => Client(context, endpointSetting, keySetting, connection).SendEventAsync(item, token));

        public static ClientCollector<Azure.Messaging.CloudEvent> CloudEvents(FunctionContext context, string endpointSetting, string keySetting, string connection) =>
            new ClientCollector<Azure.Messaging.CloudEvent>((item, token) => Client(context, endpointSetting, keySetting, connection).SendEventAsync(item, token));

        private static EventGridPublisherClient Client(FunctionContext context, string endpointSetting, string keySetting, string connection)
        {
            if (endpointSetting == null)
            {
                var section = BindingSettings.Connection(context, connection);
                return new EventGridPublisherClient(new Uri(section["topicEndpointUri"]), BindingSettings.Credential(section));
            }
            var configuration = context.InstanceServices.GetRequiredService<IConfiguration>();
            return new EventGridPublisherClient(new Uri(configuration[endpointSetting]), new Azure.AzureKeyCredential(configuration[keySetting]));
        }
    }
