using System.Collections.Generic;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

[assembly: WebJobsStartup(typeof(Hooks.Services), "Services of the hooks")]
[assembly: WebJobsStartup(typeof(Hooks.Both)), WebJobsStartup(typeof(Hooks.Outer.Nested))]

namespace Hooks
{
    public class Services : IWebJobsStartup
    {
        public void Configure(IWebJobsBuilder builder)
        {
            builder.Services.AddSingleton<Door>();
            builder.AddWindows("plain");
        }
    }

    public class Both : IWebJobsStartup2, IWebJobsConfigurationStartup
    {
        public void Configure(WebJobsBuilderContext context, IWebJobsConfigurationBuilder builder)
        {
            builder.ConfigurationBuilder.AddInMemoryCollection(
                new Dictionary<string, string> { ["Hooks:Root"] = context.EnvironmentName, ["Hooks:First"] = "code" });
        }

        public void Configure(WebJobsBuilderContext context, IWebJobsBuilder builder)
        {
            builder.AddWindows(context.Configuration["Hooks:First"]);
        }

        void IWebJobsStartup.Configure(IWebJobsBuilder builder)
        {
            builder.Services.AddSingleton<NeverRegistered>();
        }
    }

    public static class Outer
    {
        internal class Nested : IWebJobsStartup
        {
            public void Configure(IWebJobsBuilder builder) => builder.Services.AddScoped<Door>();
        }
    }

    public static class WindowExtensions
    {
        public static IWebJobsBuilder AddWindows(this IWebJobsBuilder builder, string name)
        {
            builder.Services.AddSingleton(new Window(name));
            return builder;
        }
    }

    public class Door
    {
    }

    public class Window
    {
        public Window(string name)
        {
            Name = name;
        }

        public string Name { get; }
    }

    public class NeverRegistered
    {
    }
}
