using System.Net;
using System.Net.Http;
using System.Security.Claims;
using Claims.Authorization;
using Claims.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Claims.Portal.Tests;

public class PortalTests
{
    private sealed class Collected<T> : ICollector<T>, IAsyncCollector<T>
    {
        public List<T> Items { get; } = new();

        public void Add(T item) => Items.Add(item);

        public Task AddAsync(T item, CancellationToken cancellationToken = default)
        {
            Items.Add(item);
            return Task.CompletedTask;
        }

        public Task FlushAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    [Fact]
    public async Task ASubmittedClaimIsQueued()
    {
        var submitted = new Collected<ClaimSubmitted>();
        var result = await Intake.SubmitClaim(
            new ClaimSubmission { PolicyNumber = "P-7", Amount = 12m }, submitted, NullLogger.Instance);

        Assert.IsType<CreatedResult>(result);
        Assert.Equal("P-7", Assert.Single(submitted.Items).Policy);
    }

    [Fact]
    public void AnUnknownClaimIsNotFound()
    {
        var response = Documents.GetClaim(new HttpRequestMessage(), 4711);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void OnlyAGrantedCallerApproves()
    {
        var audit = new Collected<AuditEntry>();
        var request = new DefaultHttpContext().Request;
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());
        var clerk = new ClaimsPrincipal(
            new ClaimsIdentity(new[] { new System.Security.Claims.Claim("permission", Permissions.Approve) }));

        var refused = Clerks.ApproveClaim(request, 2, nobody, audit, out var none, NullLogger.Instance);
        Assert.Equal(403, Assert.IsType<StatusCodeResult>(refused).StatusCode);
        Assert.Null(none);
        Assert.IsType<NoContentResult>(
            Clerks.ApproveClaim(request, 2, clerk, audit, out var payment, NullLogger.Instance));
        Assert.StartsWith("2:", payment);
    }
}
