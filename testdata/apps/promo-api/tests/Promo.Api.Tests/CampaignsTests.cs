using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Promo.Domain;
using Promo.Partners;
using Xunit;

namespace Promo.Api.Tests;

public class CampaignsTests
{
    private readonly CampaignBook book = new();
    private readonly Mock<IPartnerClient> partners = new();

    private Campaigns Campaigns() =>
        new(book, Options.Create(new PromoOptions { MaxPercent = 50 }), partners.Object, NullLogger<Campaigns>.Instance);

    private static HttpRequest Request(string body = "", string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.QueryString = new QueryString(query);
        return request;
    }

    [Fact]
    public void ListsOneAudience()
    {
        var listed = Campaigns().ListCampaigns(Request(query: "?audience=staff"));
        Assert.Equal("INSIDE", Assert.Single(listed.Value!).Code);
    }

    [Theory]
    [InlineData("{\"promoCode\":\"NEW\",\"audience\":\"Members\",\"percent\":5}", typeof(CreatedResult))]
    [InlineData("{\"promoCode\":\"NEW\",\"percent\":90}", typeof(ConflictObjectResult))]
    [InlineData("{\"promoCode\":", typeof(UnprocessableEntityObjectResult))]
    [InlineData("", typeof(BadRequestResult))]
    public async Task TakesWhatIsACampaign(string body, Type result)
    {
        Assert.IsType(result, await Campaigns().AddCampaign(Request(body), CancellationToken.None));
    }

    [Fact]
    public async Task AsksThePartner()
    {
        partners.Setup(p => p.RateAsync("canteen", default)).ReturnsAsync("3");
        Assert.Equal("3", await Campaigns().RatePartner(Request(), "inside", default));
    }

    [Fact]
    public void SweepsNothingBeforeTheEnd()
    {
        var letters = new Mock<ICollector<Letter>>(MockBehavior.Strict);
        var clock = new Mock<TimeProvider>();
        clock.Setup(c => c.GetUtcNow()).Returns(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        new Redemption(book, clock.Object).Sweep(null!, letters.Object);
    }
}
