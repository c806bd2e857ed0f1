using Claims.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Claims.Portal;

/// <summary>What customers call.</summary>
public static class Intake
{
    [FunctionName("Health")]
    public static IActionResult Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request)
        => new OkObjectResult(new { status = "up", secure = request.IsHttps });

    [FunctionName(FunctionNames.SubmitClaim)]
    public static async Task<IActionResult> SubmitClaim(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Claims)] ClaimSubmission submission,
        [Queue(QueueNames.Submitted, Connection = Settings.Storage)] IAsyncCollector<ClaimSubmitted> submitted,
        ILogger log)
    {
        if (string.IsNullOrEmpty(submission?.PolicyNumber))
        {
            log.LogWarning("A claim without a policy");
            return new BadRequestObjectResult("policy is missing");
        }

        var claim = ClaimStore.Add(submission.PolicyNumber, submission.Amount);
        await submitted.AddAsync(new ClaimSubmitted
        {
            Number = claim.Number,
            Policy = claim.Policy,
            Amount = claim.Amount,
        });
        log.LogInformation("Claim {Number}, large: {IsLarge}", claim.Number, submission.IsLarge);
        return new CreatedResult($"/api/{Routes.Claims}/{claim.Number}", claim);
    }

    // the list of the clerks; state is one of open, assessed, paid
    [FunctionName(nameof(ListClaims))]
    public static IActionResult ListClaims(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.Claims)] HttpRequest request,
        ILogger log)
    {
        string state = request.Query["state"];
        var claims = ClaimStore.InState(state);
        log.LogInformation("{Count} claims in state {State}", claims.Count, state ?? "any");
        return claims.Count == 0 ? new NotFoundResult() : new OkObjectResult(claims);
    }

    /// <summary>A number of the policy, checked without any store.</summary>
    [FunctionName("CheckPolicy")]
    public static Task<string> CheckPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "policies/{policy}/check")] HttpRequest request,
        string policy)
    {
        return Task.FromResult(policy.StartsWith("P-", StringComparison.Ordinal) ? "valid" : "unknown");
    }
}
