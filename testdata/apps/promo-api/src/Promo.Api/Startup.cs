using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.DependencyInjection;
using Promo.Domain;
using Promo.Partners;

[assembly: FunctionsStartup(typeof(Promo.Api.Startup))]

namespace Promo.Api;

public class Startup : FunctionsStartup
{
    public override void Configure(IFunctionsHostBuilder builder)
    {
        var configuration = builder.GetContext().Configuration;
        builder.Services
            .AddOptions<PromoOptions>()
            .Bind(configuration.GetSection("Promo"))
            .Validate(options => options.MaxPercent is > 0 and <= 100, "Promo:MaxPercent is no percentage");
        builder.Services.AddSingleton<ICampaignBook, CampaignBook>();
        builder.Services.AddScoped<CouponPrinter>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPartners(configuration);
#pragma warning disable CS0618
        builder.Services.AddSingleton<IFunctionFilter, FaultFilter>();
#pragma warning restore CS0618
    }
}
