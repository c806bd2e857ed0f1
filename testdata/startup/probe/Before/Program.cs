using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

/// <summary>Runs the startup classes of the given assemblies as the in-process host does, with the vendor's own code.</summary>
internal static class Program
{
    private static void Main(string[] assemblies)
    {
        var types = assemblies.SelectMany(name => Assembly.Load(name).GetCustomAttributes<WebJobsStartupAttribute>())
            .Select(attribute => attribute.WebJobsStartupType)
            .ToArray();
        ServiceDescriptor[] hosts = null;
        ServiceDescriptor[] registered = null;
        var host = new HostBuilder()
            .UseEnvironment(Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"))
            .UseContentRoot(AppContext.BaseDirectory)
            .ConfigureAppConfiguration(configuration => configuration.AddEnvironmentVariables())
            .ConfigureWebJobs(
                (context, builder) =>
                {
                    hosts = builder.Services.ToArray();
                    Of<IWebJobsStartup>(types).ForEach(type => builder.UseWebJobsStartup(type, Context(context), NullLoggerFactory.Instance));
                    registered = builder.Services.Except(hosts).ToArray();
                },
                options => { },
                (context, builder) => Of<IWebJobsConfigurationStartup>(types).ForEach(type => builder.UseWebJobsConfigurationStartup(type, Context(context), NullLoggerFactory.Instance)))
            .Build();
        Dump.Write(registered, host.Services.GetRequiredService<IConfiguration>());
    }

    private static List<Type> Of<TStartup>(IEnumerable<Type> types) => types.Where(typeof(TStartup).IsAssignableFrom).ToList();

    private static WebJobsBuilderContext Context(HostBuilderContext host) => new WebJobsBuilderContext
    {
        ApplicationRootPath = host.HostingEnvironment.ContentRootPath,
        Configuration = host.Configuration,
        EnvironmentName = host.HostingEnvironment.EnvironmentName,
    };
}
