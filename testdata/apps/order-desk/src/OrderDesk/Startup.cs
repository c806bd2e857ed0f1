using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrderDesk.Services;

[assembly: FunctionsStartup(typeof(OrderDesk.Startup))]

namespace OrderDesk
{
    public class Startup : FunctionsStartup
    {
        public override void Configure(IFunctionsHostBuilder builder)
        {
            builder.Services.AddOptions<DeskOptions>()
                .Configure<IConfiguration>((options, configuration) => configuration.GetSection("Desk").Bind(options));
            builder.Services.Configure<CarrierOptions>(builder.GetContext().Configuration.GetSection("Carrier"));

            builder.Services.AddSingleton<IOrderStore, InMemoryOrderStore>();
            builder.Services.AddScoped<OrderChecker>();

            // Prices depend on the currency of the desk, so the calculator is made from the options.
            builder.Services.AddTransient<IPriceCalculator>(services =>
                new PriceCalculator(services.GetRequiredService<IOptions<DeskOptions>>().Value.Currency));

            builder.Services.AddHttpClient<ICarrierClient, CarrierClient>((services, client) =>
            {
                var carrier = services.GetRequiredService<IOptions<CarrierOptions>>().Value;
                client.BaseAddress = new Uri(carrier.BaseAddress);
                client.DefaultRequestHeaders.Add("X-Account", carrier.Account);
            });
        }
    }
}
