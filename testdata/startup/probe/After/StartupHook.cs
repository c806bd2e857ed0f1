using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>Loaded into a worker by DOTNET_STARTUP_HOOKS: writes what Program.cs registered when the host is built, and ends.</summary>
internal class StartupHook : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object>>
{
    private ServiceDescriptor[] registered;

    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new StartupHook());

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
        {
            listener.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object> written)
    {
        if (written.Key == "HostBuilding")
        {
            ((IHostBuilder)written.Value).ConfigureServices((context, services) => registered = services.ToArray());
        }
        else if (written.Key == "HostBuilt")
        {
            Dump.Write(registered, ((IHost)written.Value).Services.GetRequiredService<IConfiguration>());
            Environment.Exit(0);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
