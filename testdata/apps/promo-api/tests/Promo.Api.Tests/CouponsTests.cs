using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Promo.Domain;
using Xunit;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Promo.Api.Tests;

public class CouponsTests
{
    private readonly Mock<ICampaignBook> book = new();
    private readonly Mock<IAsyncCollector<Coupon>> issued = new();
    private readonly Coupons coupons;

    public CouponsTests()
    {
        book.Setup(b => b.Find("SPRING")).Returns(new Campaign("SPRING", Audience.Everybody, 10));
        coupons = new Coupons(book.Object, new CouponPrinter(NullLogger<CouponPrinter>.Instance));
    }

    private Task<IActionResult> Issue(string code, int count)
    {
        var context = new ExecutionContext { FunctionName = "IssueCoupons" };
        return coupons.IssueCoupons(
            new CouponRequest("ann", count), new DefaultHttpContext().Request, code, issued.Object, context, Mock.Of<ILogger>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SendsEachCoupon(int count)
    {
        Assert.IsType<OkObjectResult>(await Issue("SPRING", count));
        issued.Verify(i => i.AddAsync(It.Is<Coupon>(c => c.Holder == "ann"), It.IsAny<CancellationToken>()), Times.Exactly(count));
    }

    [Fact]
    public async Task SendsNothingForAnUnknownCode()
    {
        Assert.IsType<NotFoundObjectResult>(await Issue("NONE", 2));
        issued.VerifyNoOtherCalls();
    }
}
