using System.Text;
using System.Threading.Tasks;
using OrderDesk.Contracts;
using OrderDesk.Functions;
using OrderDesk.Services;
using Xunit;

namespace OrderDesk.Tests;

public class QueueFunctionTests
{
    private readonly InMemoryOrderStore store = new InMemoryOrderStore();
    private readonly ListLogger log = new ListLogger();

    [Theory]
    [InlineData(1001, "1001")]
    [InlineData(1003, null)]
    public async Task ReservesNewOrdersOnly(int number, string sent)
    {
        var message = new OrderPlaced { Number = number, Express = true };
        Assert.Equal(sent, await new Fulfilment(store).ReserveStock(message, "m1", 1, log));
    }

    [Fact]
    public void ShipsAndPrintsLabels()
    {
        var labels = new FakeCollector<string>();
        var fulfilment = new Fulfilment(store);
        var request = fulfilment.RequestShipment("1001");
        fulfilment.BookShipment(request, out var shipped, labels, log);
        Assert.Equal(OrderStatus.Shipped, shipped.Status);
        Assert.Equal("1001/PEN x10", Assert.Single(labels.Items));

        Fulfilment.PrintLabel(Encoding.UTF8.GetBytes(labels.Items[0]), out var job, log);
        Assert.StartsWith("label of 12 bytes", job);
    }

    [Fact]
    public async Task OrdersWhatIsShort()
    {
        var audit = new FakeCollector<AuditEntry>();
        var restock = new FakeCollector<StockChange>();
        await new Stock().ApplyStockChange(new StockChange { Article = "INK", Delta = -5, Level = 2 }, audit, restock, log);
        Assert.Equal("stock -5", Assert.Single(audit.Items).Action);
        Assert.Equal(5, Assert.Single(restock.Items).Delta);
        Assert.Equal("Information: INK is short by 3", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task MailsTheCustomer()
    {
        var mail = new FakeCollector<string>();
        await Notifications.NotifyCustomer(new Notification { Number = 1001, Text = "on its way" }, mail, log);
        Assert.Equal("1001: on its way", Assert.Single(mail.Items));
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task ReleasesOneHold()
    {
        var released = await new Housekeeping(store).ReleaseStaleHolds(null, log);
        Assert.Equal(1002, released.Number);
        Assert.Null(await new Housekeeping(store).ReleaseStaleHolds(null, log));
    }
}
