using Claims.Shared;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Claims.Processing.Tests;

public class ProcessingTests
{
    private sealed class Collected<T> : ICollector<T>
    {
        public List<T> Items { get; } = new();

        public void Add(T item) => Items.Add(item);
    }

    [Fact]
    public void ARefusedClaimIsNotPaid()
    {
        var audit = new Collected<AuditEntry>();
        Assessment.PayClaim(new ClaimAssessed(9, 0m, "no cover"), out var payment, audit, NullLogger.Instance);
        Assert.Null(payment);
        Assert.Equal("refused", Assert.Single(audit.Items).What);
    }
}
