using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Promo.Domain;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Promo.Api;

public record CouponRequest(string Holder, int Count = 1);

[ShopKey("green")]
public class Coupons
{
    private readonly ICampaignBook book;
    private readonly CouponPrinter printer;

    public Coupons(ICampaignBook book, CouponPrinter printer)
    {
        this.book = book;
        this.printer = printer;
    }

    [FunctionName("IssueCoupons")]
    public async Task<IActionResult> IssueCoupons(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "campaigns/{code}/coupons")] CouponRequest wanted,
        HttpRequest request,
        string code,
        [Queue("%CouponQueue%", Connection = "CouponStorage")] IAsyncCollector<Coupon> issued,
        ExecutionContext context,
        ILogger log)
    {
        var campaign = book.Find(code);
        if (campaign == null) return new NotFoundObjectResult(new { code, context.FunctionName });
        for (var i = 0; i < wanted.Count; i++)
        {
            await issued.AddAsync(printer.Print(campaign, wanted.Holder));
        }

        log.LogInformation("{Count} coupons of {Code} for {Holder}", wanted.Count, code, wanted.Holder);
        return new OkObjectResult(new { wanted.Count, campaign.Percent });
    }

    [FunctionName("Faults")]
    public HttpResponseMessage Faults([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "faults")] HttpRequest request)
    {
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(FaultFilter.Faults.ToString()) };
    }
}
