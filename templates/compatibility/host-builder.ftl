
    /// <summary>The worker's builder for packages that extend IHostBuilder only: what they configure is done at once, as by WebApplicationBuilder.Host.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class WorkerHostBuilder : IHostBuilder
    {
        private readonly IHostApplicationBuilder _builder;
        private readonly HostBuilderContext _context;

        public WorkerHostBuilder(IHostApplicationBuilder builder)
        {
            _builder = builder;
            _context = new HostBuilderContext(builder.Properties) { Configuration = builder.Configuration, HostingEnvironment = builder.Environment };
        }

        public IDictionary<object, object> Properties => _builder.Properties;

        public IHostBuilder ConfigureHostConfiguration(Action<IConfigurationBuilder> configureDelegate)
        {
            configureDelegate(_builder.Configuration);
            return this;
        }

        public IHostBuilder ConfigureAppConfiguration(Action<HostBuilderContext, IConfigurationBuilder> configureDelegate)
        {
            configureDelegate(_context, _builder.Configuration);
            return this;
        }

        public IHostBuilder ConfigureServices(Action<HostBuilderContext, IServiceCollection> configureDelegate)
        {
            configureDelegate(_context, _builder.Services);
            return this;
        }

        public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory)
        {
            _builder.ConfigureContainer(factory);
            return this;
        }

        public IHostBuilder UseServiceProviderFactory<TContainerBuilder>(Func<HostBuilderContext, IServiceProviderFactory<TContainerBuilder>> factory) =>
            UseServiceProviderFactory(factory(_context));

        public IHostBuilder ConfigureContainer<TContainerBuilder>(Action<HostBuilderContext, TContainerBuilder> configureDelegate) =>
            throw new NotSupportedException("Configure the container by ConfigureContainer of the worker's builder.");

        IHost IHostBuilder.Build() => throw new NotSupportedException("The worker's builder builds the host.");
    }
