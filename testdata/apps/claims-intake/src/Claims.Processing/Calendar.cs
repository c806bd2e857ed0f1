using Claims.Shared;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Claims.Processing;

public static class Calendar
{
    /// <summary>Reminds the clerks of what lies about.</summary>
    [FunctionName("ChaseOpenClaims")]
    public static async Task ChaseOpenClaims(
        [TimerTrigger("%ChaseSchedule%")] TimerInfo timer,
        [Queue(QueueNames.Escalations)] IAsyncCollector<string> escalations,
        ILogger log)
    {
        foreach (var claim in ClaimStore.InState("open"))
        {
            await escalations.AddAsync($"claim {claim.Number} is open");
        }

        if (timer.IsPastDue) log.LogWarning("Chasing late");
    }

    [FunctionName("CloseMonth")]
    [return: Queue(QueueNames.Audit)]
    public static AuditEntry CloseMonth(
        [TimerTrigger(Schedules.EndOfMonth, RunOnStartup = false)] TimerInfo timer,
        ExecutionContext context,
        ILogger log)
    {
        log.LogInformation("{Function} closes the month", context.FunctionName);
        return new AuditEntry { What = "month closed", Number = ClaimStore.InState("paid").Count };
    }
}
