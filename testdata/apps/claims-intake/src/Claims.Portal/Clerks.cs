using System.Security.Claims;
using Claims.Authorization;
using Claims.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Claims.Portal;

/// <summary>What the clerks of the insurance call; they are signed in by the platform.</summary>
public static class Clerks
{
    [FunctionName("WhoAmI")]
    public static IActionResult WhoAmI(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "me")] HttpRequest request,
        ClaimsPrincipal caller)
    {
        return new OkObjectResult(new
        {
            name = caller?.Identity?.Name,
            isSignedIn = caller?.Identity?.IsAuthenticated ?? false,
        });
    }

    [FunctionName("ApproveClaim")]
    [Authorize(Permissions.Approve)]
    public static IActionResult ApproveClaim(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Claim + "/approval")] HttpRequest request,
        int number,
        ClaimsPrincipal caller,
        [Queue(QueueNames.Audit)] ICollector<AuditEntry> audit,
        [Queue(QueueNames.Payments)] out string payment,
        ILogger log)
    {
        payment = null;
        if (!Access.IsGranted(caller, typeof(Clerks), nameof(ApproveClaim)))
        {
            log.LogWarning("Approval of {Number} refused", number);
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        var claim = ClaimStore.Find(number);
        if (claim == null)
        {
            return new NotFoundResult();
        }

        claim.State = "approved";
        payment = $"{claim.Number}:{claim.Amount}";
        audit.Add(new AuditEntry { What = "approved", Number = number });
        return new NoContentResult();
    }
}
