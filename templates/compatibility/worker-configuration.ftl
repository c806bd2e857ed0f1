
    /// <summary>An IConfiguration that the app registers, before the worker's own, in which the worker finds its host.</summary>
    [ExcludeFromCodeCoverage]
    internal static class WorkerConfiguration
    {
        /// <summary>Call behind the app's registrations: what the app registered wins, the rest comes from the worker.</summary>
        public static FunctionsApplicationBuilder UseWorkerConfiguration(this FunctionsApplicationBuilder builder)
        {
            var own = builder.Services.LastOrDefault(service => service.ServiceType == typeof(IConfiguration));
            builder.Services.RemoveAll<IConfiguration>();
            builder.Services.AddSingleton<IConfiguration>(provider => Joined(builder.Configuration, own, provider));
            return builder;
        }

        private static IConfiguration Joined(IConfiguration worker, ServiceDescriptor own, IServiceProvider provider)
        {
            var configuration = own?.ImplementationInstance ?? own?.ImplementationFactory?.Invoke(provider);
            if (configuration == null && own?.ImplementationType != null)
            {
                configuration = ActivatorUtilities.CreateInstance(provider, own.ImplementationType);
            }

            return configuration == null || configuration == worker
                ? worker
                : new ConfigurationBuilder().AddConfiguration(worker).AddConfiguration((IConfiguration)configuration).Build();
        }
    }
