using System;
using System.IO;
using Forms.Core;
using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: FunctionsStartup(typeof(Forms.Startup))]
[assembly: FunctionsStartup(typeof(Forms.StoreStartup))]

namespace Forms
{
    // Derived from a class of the library, with state, helpers and another interface.
    public sealed class Startup : LayeredStartup, IDisposable
    {
        private int registered;

        public override void ConfigureAppConfiguration(IFunctionsConfigurationBuilder builder)
        {
            base.ConfigureAppConfiguration(builder);
            var context = builder.GetContext();
            var before = builder.ConfigurationBuilder.Build();
            builder.ConfigurationBuilder
                .SetBasePath(context.ApplicationRootPath)
                .AddJsonFile("forms.json", optional: false)
                .AddJsonFile(Path.Combine(builder.GetContext().ApplicationRootPath, $"forms.{context.EnvironmentName}.json"), optional: true)
                .AddEnvironmentVariables(before["FormsPrefix"]);
        }

        public override void Configure(IFunctionsHostBuilder builder)
        {
            base.Configure(builder);
            var settings = new Limits();
            builder.GetContext().Configuration.GetSection("Forms").Bind(settings);
            builder.Services.AddSingleton(settings);
            new Registrations(builder).AddAll();
            if (builder.GetContext().EnvironmentName == "Development")
            {
                return;
            }

            registered++;
            builder.AddStores(registered);
        }

        public void Dispose()
        {
        }
    }

    public class StoreStartup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder) => builder.Services.AddTransient<IStore, FileStore>().AddHttpClient("forms");
    }

    public class Registrations
    {
        private readonly IFunctionsHostBuilder builder;

        public Registrations(IFunctionsHostBuilder builder)
        {
            this.builder = builder;
        }

        public void AddAll()
        {
            var provider = builder.Services.BuildServiceProvider();
            var configuration = provider.GetRequiredService<IConfiguration>();
            builder.Services.AddSingleton(Tuple.Create(configuration["Forms:Third"]));
            if (this.builder.GetContext().Configuration["Forms:First"] == "json")
            {
                builder.Services.AddLogging(logging => logging.AddFilter("Forms", LogLevel.Debug));
            }
        }
    }

    public static class StoreExtensions
    {
        public static IFunctionsHostBuilder AddStores(this IFunctionsHostBuilder builder, int count)
        {
            if (count > 0)
            {
                builder.Services.AddScoped<IStore, MemoryStore>();
            }

            return builder;
        }
    }
}
