using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Promo.Domain;

namespace Promo.Api;

public class Redemption(ICampaignBook book, TimeProvider clock)
{
    [FunctionName("RedeemCoupon")]
    [return: Queue("letters")]
    public Letter? RedeemCoupon([QueueTrigger("coupons-redeemed")] Coupon coupon, int dequeueCount, ILogger log)
    {
        var campaign = book.Find(coupon.Code);
        if (campaign == null || campaign.EndsAt < clock.GetUtcNow())
        {
            log.LogWarning("{Number} is worth nothing, try {Try}", coupon.Number, dequeueCount);
            return null;
        }

        return new Letter { To = coupon.Holder, Subject = $"{campaign.Percent} % off", Fields = { ["number"] = coupon.Number } };
    }

    [FunctionName("Sweep")]
    public void Sweep([TimerTrigger("0 0 3 * * *")] TimerInfo timer, [Queue("letters")] ICollector<Letter> letters)
    {
        foreach (var campaign in book.All())
        {
            if (campaign.EndsAt < clock.GetUtcNow()) letters.Add(new Letter { To = "shop", Subject = campaign.Code + " is over" });
        }
    }
}
