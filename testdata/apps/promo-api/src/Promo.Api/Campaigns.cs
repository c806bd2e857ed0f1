using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Promo.Domain;
using Promo.Partners;

namespace Promo.Api;

public class Campaigns(ICampaignBook book, IOptions<PromoOptions> options, IPartnerClient partners, ILogger<Campaigns> log)
{
    internal const string Route = "campaigns";
    private readonly PromoOptions limits = options.Value;

    [FunctionName(nameof(ListCampaigns))]
    public ActionResult<IEnumerable<Campaign>> ListCampaigns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        string? audience = request.Query["audience"];
        if (audience == null) return new(book.All());
        if (!Enum.TryParse<Audience>(audience, ignoreCase: true, out var wanted)) return new BadRequestObjectResult(new { error = $"no audience: {audience}" });
        return new(book.All().Where(campaign => campaign.Audience == wanted));
    }

    [FunctionName(nameof(GetCampaign))]
    public Campaign? GetCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{code:alpha}")] HttpRequest request,
        string code)
    {
        log.LogDebug("Asked for {Code}", code);
        return book.Find(code);
    }

    [FunctionName(nameof(AddCampaign))]
    public async Task<IActionResult> AddCampaign(
        [HttpTrigger(AuthorizationLevel.Function, "post", "put", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        Campaign? campaign;
        try
        {
            campaign = JsonConvert.DeserializeObject<Campaign>(await reader.ReadToEndAsync(cancellation));
        }
        catch (JsonException e)
        {
            log.LogInformation("Refused: {Reason}", e.Message);
            return new UnprocessableEntityObjectResult(e.GetType().Name);
        }

        if (campaign?.Code is null or "") return new BadRequestResult();
        if (campaign.Percent > limits.MaxPercent) return new ConflictObjectResult(new { limits.MaxPercent, campaign.Percent });
        return book.Add(campaign)
            ? new CreatedResult($"/promo/{Route}/{campaign.Code}", campaign)
            : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    [ShopKey("blue")]
    [FunctionName(nameof(EndCampaign))]
    public IActionResult EndCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{code}")] HttpRequest request,
        string code,
        ILogger logger)
    {
        if (code == "SPRING") throw new InvalidOperationException("spring never ends");
        logger.LogInformation("End of {Code}", code);
        return book.Remove(code) ? new NoContentResult() : new NotFoundResult();
    }

    [FunctionName(nameof(RatePartner))]
    public async Task<string> RatePartner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{code}/rate")] HttpRequest request,
        string code,
        CancellationToken cancellation)
    {
        var partner = book.Find(code)?.Partner;
        return partner == null ? "no partner" : await partners.RateAsync(partner, cancellation);
    }
}
