using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrderDesk.Contracts;
using OrderDesk.Functions;
using OrderDesk.Services;
using Xunit;

namespace OrderDesk.Tests
{
    public class HttpFunctionTests
    {
        private const string Draft = "{\"ref\":\"W-9\",\"customer\":\"Ada\",\"rush\":true,\"lines\":[{\"sku\":\"PEN\",\"qty\":2,\"unitPrice\":1.5}]}";

        private readonly InMemoryOrderStore store = new InMemoryOrderStore();
        private readonly ListLogger log = new ListLogger();

        private OrderQueries Queries => new OrderQueries(store, new NoCarrier(), Options.Create(new DeskOptions { PageSize = 2 }), NullLogger<OrderQueries>.Instance);

        private OrderIntake Intake => new OrderIntake(store, new PriceCalculator("EUR"), new OrderChecker(NullLogger<OrderChecker>.Instance));

        private OrderCommands Commands => new OrderCommands(store, new PriceCalculator("EUR"));

        [Fact]
        public void ListsOnePage()
        {
            var result = Assert.IsType<OkObjectResult>(Queries.ListOrders(Requests.Get()));
            Assert.Equal(new[] { 1001, 1002 }, ((List<Order>)result.Value).Select(order => order.Number));
        }

        [Fact]
        public void RefusesAnUnknownStatus()
            => Assert.IsType<BadRequestObjectResult>(Queries.ListOrders(Requests.Get("?status=lost")));

        [Theory]
        [InlineData(1001, 200)]
        [InlineData(4711, 404)]
        public void GetsAnOrder(int id, int status)
            => Assert.Equal(status, ((ObjectResult)Queries.GetOrder(Requests.Get(), id)).StatusCode);

        [Fact]
        public async Task FindsNothingForAnUnknownReference()
        {
            Assert.Null(await Queries.FindByReference(Requests.Get(), "W-0", log));
            Assert.Equal("Information: Reference W-0 is order (null) (GET)", Assert.Single(log.Lines));
        }

        [Fact]
        public void GetsAllLinesOrOne()
        {
            Assert.IsType<List<OrderLine>>(((OkObjectResult)Queries.GetOrderLines(Requests.Get(), 1001, null)).Value);
            Assert.IsType<OrderLine>(((OkObjectResult)Queries.GetOrderLines(Requests.Get(), 1001, 1)).Value);
            Assert.IsType<NotFoundResult>(Queries.GetOrderLines(Requests.Get(), 1001, 2));
        }

        [Fact]
        public void TracksAShipment()
            => Assert.Equal("https://carrier.test/", Assert.IsType<RedirectResult>(Queries.TrackShipment(Requests.Get(), Tracking.Of(1003))).Url);

        [Fact]
        public async Task PlacesAnOrder()
        {
            var placed = new FakeCollector<OrderPlaced>();
            var audit = new FakeCollector<string>();
            var result = await Intake.PlaceOrder(Requests.Post(Draft), placed, audit, log);
            Assert.Equal("/desk/orders/1005", Assert.IsType<CreatedResult>(result).Location);
            Assert.True(Assert.Single(placed.Items).Express);
            Assert.Equal("placed 1005", Assert.Single(audit.Items));
        }

        [Theory]
        [InlineData("nonsense", 0)]
        [InlineData("", 1)]
        [InlineData("{\"customer\":\"Ada\"}", 1)]
        public async Task SendsNothingToTheWarehouseForABadOrder(string body, int audited)
        {
            var placed = new FakeCollector<OrderPlaced>();
            var audit = new FakeCollector<string>();
            Assert.IsType<BadRequestObjectResult>(await Intake.PlaceOrder(Requests.Post(body), placed, audit, log));
            Assert.Empty(placed.Items);
            Assert.Equal(audited, audit.Items.Count);
        }

        [Fact]
        public void KeepsANote()
        {
            Assert.IsType<AcceptedResult>(Intake.AddNote(Requests.Post(" call first "), 1001, out var note, log));
            Assert.Equal("1001: call first", note);
            Assert.IsType<NotFoundResult>(Intake.AddNote(Requests.Post("x"), 1, out note, log));
            Assert.Null(note);
        }

        [Fact]
        public void ImportsWhatHasLines()
        {
            var drafts = new FakeCollector<OrderDraft>();
            var audit = new FakeCollector<string>();
            OrderImport.Run(Requests.Post("[" + Draft + ",{\"ref\":\"W-10\"}]"), drafts, audit, log);
            Assert.Equal("W-9", Assert.Single(drafts.Items).Reference);
            Assert.Equal("imported 1 of 2", Assert.Single(audit.Items));
        }

        [Fact]
        public void Quotes3And19Percent()
        {
            Assert.IsType<OkObjectResult>(Quotes.QuoteOrder(Requests.Post(Draft), out var quote, log));
            Assert.Equal(3.57m, quote.Gross);
        }

        [Fact]
        public async Task CancelsAndRecords()
        {
            var audit = new FakeCollector<AuditEntry>();
            Assert.IsType<NoContentResult>(await Commands.CancelOrder(Requests.Get(), 1001, audit, log));
            Assert.IsType<ConflictObjectResult>(await Commands.CancelOrder(Requests.Get(), 1003, audit, log));
            Assert.Equal("W-1", Assert.Single(audit.Items).Subject);
        }

        [Fact]
        public async Task FailsForAnOrderWithoutLines()
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Commands.RecalculateTotal(Requests.Get(), "1004", CancellationToken.None, log));
            Assert.Equal("Error: Order 1004 cannot be computed", Assert.Single(log.Lines));
        }

        private class NoCarrier : ICarrierClient
        {
            public string TrackingLink(Guid trackingId) => "https://carrier.test/";
        }
    }
}
