using Claims.Shared;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;

namespace Claims.Processing;

/// <summary>The way of a claim from queue to queue.</summary>
public static class Assessment
{
    [FunctionName(FunctionNames.AssessClaim)]
    [return: Queue(QueueNames.Assessed, Connection = Settings.Storage)]
    public static async Task<ClaimAssessed> AssessClaim(
        [QueueTrigger(QueueNames.Submitted, Connection = Settings.Storage)] ClaimSubmitted claim,
        ILogger log)
    {
        await Task.Yield();
        log.LogInformation("Assessing {Number} of {Policy}", claim.Number, claim.Policy ?? "nobody");
        if (claim.Amount < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(claim), "a claim below zero");
        }

        return claim.Amount == 0 ? null : new ClaimAssessed(claim.Number, Math.Min(claim.Amount, 5000m), Reason(claim));
    }

    private static string Reason(ClaimSubmitted claim)
    {
        return claim.Amount > 5000m ? "capped" : "in full";
    }

    [FunctionName("PayClaim")]
    public static void PayClaim(
        [QueueTrigger(QueueNames.Assessed, Connection = Settings.Storage)] ClaimAssessed claim,
        [Queue(QueueNames.Payments)] out string payment,
        [Queue(QueueNames.Audit)] ICollector<AuditEntry> audit,
        ILogger log)
    {
        payment = claim.Granted > 0 ? $"{claim.Number}:{claim.Granted}" : null;
        audit.Add(new AuditEntry { What = payment == null ? "refused" : "paid", Number = claim.Number });
        log.LogInformation("Claim {Number}: {Payment}", claim.Number, payment);
    }

    [FunctionName("EscalateClaim")]
    public static async Task EscalateClaim(
        [QueueTrigger(QueueNames.Submitted + "-poison")] string message,
        [Queue(QueueNames.Escalations)] IAsyncCollector<string> escalations,
        string id,
        long dequeueCount)
    {
        await escalations.AddAsync($"{id} after {dequeueCount}: {message}");
        await escalations.FlushAsync();
    }

    [FunctionName("RecordAudit")]
    public static void RecordAudit([QueueTrigger(QueueNames.Audit)] byte[] entry, ILogger log)
        => log.LogInformation("Audit entry of {Length} bytes", entry.Length);
}
