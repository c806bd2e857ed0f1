using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

/// <summary>Writes registrations and configuration as lines: "service TYPE|IMPLEMENTATION|LIFETIME", "key NAME=VALUE".</summary>
internal static class Dump
{
    public static void Write(IEnumerable<ServiceDescriptor> services, IConfiguration configuration)
    {
        var lines = services.Select(service => "service " + service.ServiceType + "|" + Implementation(service) + "|" + service.Lifetime)
            .Concat(configuration.AsEnumerable().Where(pair => pair.Value != null).Select(pair => "key " + pair.Key + "=" + pair.Value));
        File.WriteAllLines(Environment.GetEnvironmentVariable("STARTUP_DUMP"), lines);
    }

    private static object Implementation(ServiceDescriptor service)
    {
        if (service.IsKeyedService)
        {
            return service.KeyedImplementationType ?? service.KeyedImplementationInstance?.GetType() ?? service.KeyedImplementationFactory.GetType().GenericTypeArguments[2];
        }

        return service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory.GetType().GenericTypeArguments[1];
    }
}
