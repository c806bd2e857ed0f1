using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

[assembly: FunctionsStartup(typeof(SupportRows.Startup))]

namespace SupportRows
{
    public class Startup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder)
        {
            builder.Services.AddSingleton<Counter>();
        }
    }

    public class Counter
    {
        private int _count;

        public int Next() => ++_count;
    }
}
