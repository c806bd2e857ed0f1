using Microsoft.Extensions.Logging;
using Promo.Domain;

namespace Promo.Api;

/// <summary>Numbers the coupons of one call: a scoped service.</summary>
public class CouponPrinter(ILogger<CouponPrinter> log)
{
    private int printed;

    public virtual Coupon Print(Campaign campaign, string holder)
    {
        printed++;
        log.LogDebug("Coupon {Number} of {Code}", printed, campaign.Code);
        return new Coupon { Number = $"{campaign.Code}-{printed:d4}", Code = campaign.Code, Holder = holder };
    }
}
