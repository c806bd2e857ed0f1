using System.Collections.Generic;
using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: FunctionsStartup(typeof(Forms.Core.Startup))]

namespace Forms.Core
{
    // What every app of the team begins with.
    public abstract class LayeredStartup : FunctionsStartup
    {
        public override void ConfigureAppConfiguration(IFunctionsConfigurationBuilder builder)
        {
            builder.ConfigurationBuilder.AddInMemoryCollection(new Dictionary<string, string> { ["Forms:First"] = "layer", ["Forms:Layer"] = "layer" });
        }

        public override void Configure(IFunctionsHostBuilder builder)
        {
            builder.Services.AddOptions<LayerOptions>().Configure<IConfiguration>((options, configuration) => configuration.GetSection("Forms").Bind(options));
        }
    }

    public class LayerOptions
    {
        public string Layer { get; set; }
    }

    // Runs behind those of the app: "Forms" comes before "Forms.Core".
    internal class Startup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder)
        {
            var own = new ConfigurationBuilder()
                .AddConfiguration(builder.GetContext().Configuration)
                .AddInMemoryCollection(new Dictionary<string, string> { ["Forms:Third"] = "own" })
                .Build();
            builder.Services.Replace(ServiceDescriptor.Singleton(typeof(IConfiguration), own));
            builder.Services.TryAddSingleton<LayerOptions>();
        }
    }
}
