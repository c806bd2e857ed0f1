
    /// <summary>Registers the endpoint of NServiceBus as the package did for the host's builder, with Json.NET for messages as there.</summary>
    [ExcludeFromCodeCoverage]
    internal static class MessageEndpoint
    {
        public static void UseNServiceBus(this IHostApplicationBuilder builder, Action<ServiceBusTriggeredEndpointConfiguration> configurationFactory = null) =>
            new WorkerHostBuilder(builder).UseNServiceBus(Configured(configurationFactory));

        public static void UseNServiceBus(this IHostApplicationBuilder builder, string endpointName, Action<ServiceBusTriggeredEndpointConfiguration> configurationFactory = null) =>
            new WorkerHostBuilder(builder).UseNServiceBus(endpointName, null, Configured(configurationFactory));

        public static void UseNServiceBus(this IHostApplicationBuilder builder, string endpointName, string connectionString, Action<ServiceBusTriggeredEndpointConfiguration> configurationFactory = null) =>
            new WorkerHostBuilder(builder).UseNServiceBus(endpointName, connectionString, Configured(configurationFactory));

        private static Action<ServiceBusTriggeredEndpointConfiguration> Configured(Action<ServiceBusTriggeredEndpointConfiguration> configurationFactory)
        {
            return configuration =>
            {
                configuration.UseSerialization<NewtonsoftJsonSerializer>();
                configurationFactory?.Invoke(configuration);
            };
        }
    }
