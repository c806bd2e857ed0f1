using System;
using System.IO;
using System.Linq;
using System.Security.Claims;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Logging;
using SupportRows.Shared;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace SupportRows
{
    /// <summary>Parameters that the host supplied without a binding.</summary>
    public static class Suppliers
    {
        [FunctionName(nameof(LogOfRequest))]
        public static IActionResult LogOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req, ILogger log)
        {
            log.LogTrace("trace");
            log.LogDebug("debug");
            log.LogInformation("information {Value}", req.Query["v"].ToString());
            log.LogWarning("warning {{braces}}");
            log.LogError(new InvalidOperationException("inner"), "error");
            using (log.BeginScope("scope {Number}", 1))
            {
                log.LogCritical(new EventId(7, "seven"), "critical");
            }

            return new OkObjectResult(log.IsEnabled(LogLevel.Information));
        }

        [FunctionName("LogOfMessage")]
        public static void LogOfMessage([QueueTrigger("log")] string text, ILogger logger) => logger.LogInformation("message {Text}", text);

        [FunctionName("LogOfTimer")]
        public static void LogOfTimer([TimerTrigger("0 0 3 * * *")] TimerInfo timer, ILogger logger) => logger.LogInformation("late {Late}", timer.IsPastDue);

        [FunctionName("TraceOfRequest")]
        public static IActionResult TraceOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req, TraceWriter log)
        {
            log.Verbose("verbose");
            log.Info("info {not a placeholder}");
            log.Warning("warning");
            log.Error("error", new InvalidOperationException("inner"));
            Senders.Say(log, req.Query["v"]);
            return new OkResult();
        }

        [FunctionName("PlaceOfRequest")]
        public static IActionResult PlaceOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req, ExecutionContext context)
        {
            return new OkObjectResult(new
            {
                context.FunctionName,
                Shared = Senders.Name(context),
                HasId = context.InvocationId != Guid.Empty,
                HasApp = File.Exists(Path.Combine(context.FunctionAppDirectory, "host.json")),
                IsBelow = context.FunctionDirectory == Path.Combine(context.FunctionAppDirectory, "PlaceOfRequest"),
            });
        }

        [FunctionName("PlaceOfMessage")]
        public static void PlaceOfMessage([QueueTrigger("place")] string text, ExecutionContext executionContext, ILogger log)
            => log.LogInformation("{Name} got {Text}", executionContext.FunctionName, text);

        [FunctionName("CallerOfRequest")]
        public static IActionResult CallerOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req, ClaimsPrincipal caller)
        {
            return new OkObjectResult(new
            {
                caller.Identity?.IsAuthenticated,
                caller.Identity?.Name,
                caller.Identity?.AuthenticationType,
                Claims = caller.Claims.Select(claim => claim.Type + "=" + claim.Value),
                IsKeeper = caller.IsInRole("keeper"),
                IsUser = req.HttpContext.User == caller,
            });
        }

        [FunctionName("AddressOfRequest")]
        public static IActionResult AddressOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req)
            => new OkObjectResult(req.Headers["X-Forwarded-For"] + " " + req.Headers["X-Forwarded-Proto"] + " " + req.Headers["X-Forwarded-Host"]);

        [FunctionName("HeadersOfRequest")]
        public static IActionResult HeadersOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req)
            => new OkObjectResult(string.Join("; ", req.Headers.OrderBy(header => header.Key).Select(header => header.Key + "=" + header.Value)));

        [FunctionName("TokenOfRequest")]
        public static async Task<IActionResult> TokenOfRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest req, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return new OkObjectResult(cancellationToken.CanBeCanceled);
        }
    }
}
