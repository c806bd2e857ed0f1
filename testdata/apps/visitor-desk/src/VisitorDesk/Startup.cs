using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.DependencyInjection;

[assembly: FunctionsStartup(typeof(VisitorDesk.Startup))]

namespace VisitorDesk
{
    public class Startup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder)
        {
            builder.Services.AddScoped<CurrentVisitor>();
            builder.Services.AddSingleton<IFunctionFilter, Bell>();
            builder.Services.AddSingleton<IFunctionInvocationFilter, Mute>();
        }
    }
}
