
    /// <summary>Services for parameters with [Inject]: a container of their own, as before, with a scope for each call.</summary>
    [ExcludeFromCodeCoverage]
    internal static class InjectedServices
    {
<#if model.parts.injectedBuilder>
        public static IHostApplicationBuilder AddDependencyInjection<T>(this IHostApplicationBuilder builder)
            where T : class, IServiceProviderBuilder
        {
            builder.Services.AddSingleton<IServiceProviderBuilder, T>();
            return Add(builder, provider => provider.GetRequiredService<IServiceProviderBuilder>().Build());
        }
<#else>
        public static IHostApplicationBuilder AddDependencyInjection(this IHostApplicationBuilder builder, Action<IServiceCollection> configureServices) =>
            Add(builder, _ =>
            {
                var services = new ServiceCollection();
                configureServices(services);
                return services.BuildServiceProvider();
            });
</#if>

        private static IHostApplicationBuilder Add(IHostApplicationBuilder builder, Func<IServiceProvider, IServiceProvider> build)
        {
            builder.Services.AddSingleton(provider => new InjectedContainer(build(provider)));
            builder.Services.AddScoped<InjectedScope>();
            return builder;
        }
    }

    [ExcludeFromCodeCoverage]
    internal sealed class InjectedContainer
    {
        public InjectedContainer(IServiceProvider services) => Services = services;

        public IServiceProvider Services { get; }
    }

    [ExcludeFromCodeCoverage]
    internal sealed class InjectedScope : IDisposable
    {
        private readonly IServiceScope _scope;

        public InjectedScope(InjectedContainer container) => _scope = container.Services.CreateScope();

        public IServiceProvider Services => _scope.ServiceProvider;

        public void Dispose() => _scope.Dispose();
    }
