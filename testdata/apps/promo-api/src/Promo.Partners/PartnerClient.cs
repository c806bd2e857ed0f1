using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Promo.Partners;

public class PartnerOptions
{
    public Uri BaseAddress { get; set; } = new("https://partner.invalid/");

    public string Client { get; set; } = "";
}

public interface IPartnerClient
{
    Task<string> RateAsync(string partner, CancellationToken cancellation);
}

internal sealed class PartnerClient(HttpClient http) : IPartnerClient
{
    public async Task<string> RateAsync(string partner, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync("rates/" + Uri.EscapeDataString(partner), cancellation);
        return answer.StatusCode == HttpStatusCode.NotFound ? "unknown" : await answer.Content.ReadAsStringAsync(cancellation);
    }
}

/// <summary>Stands for the partner where there is no network: the last handler of the client.</summary>
internal sealed class PartnerSimulator : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var client = request.Headers.TryGetValues("X-Client", out var values) ? string.Join(",", values) : "nobody";
        return Task.FromResult(path.EndsWith("/canteen", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("2.5 for " + client) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}

public static class PartnerServices
{
    public static IServiceCollection AddPartners(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PartnerOptions>(configuration.GetSection("Partners"));
        services
            .AddHttpClient<IPartnerClient, PartnerClient>((provider, client) =>
            {
                var options = provider.GetRequiredService<IOptions<PartnerOptions>>().Value;
                client.BaseAddress = options.BaseAddress;
                client.DefaultRequestHeaders.Add("X-Client", options.Client);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new PartnerSimulator());
        return services;
    }
}
