#pragma warning disable CS0618 // filters are a preview feature

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Logging;

namespace Promo.Api;

/// <summary>Only callers with a key of the shop get through.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ShopKeyAttribute(string key) : FunctionInvocationFilterAttribute
{
    public override Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken)
    {
        var request = executingContext.Arguments.Values.OfType<HttpRequest>().First();
        if (request.Headers["X-Shop-Key"] != key)
        {
            executingContext.Logger.LogWarning("No key for {Function}", executingContext.FunctionName);
            throw new UnauthorizedAccessException("a key of the shop is needed");
        }

        return Task.CompletedTask;
    }
}

/// <summary>Counts faults of all functions.</summary>
public sealed class FaultFilter : IFunctionExceptionFilter
{
    public static int Faults { get; private set; }

    public Task OnExceptionAsync(FunctionExceptionContext exceptionContext, CancellationToken cancellationToken)
    {
        Faults++;
        exceptionContext.Logger.LogError("{Function} failed: {Reason}", exceptionContext.FunctionName, exceptionContext.Exception.InnerException?.Message);
        return Task.CompletedTask;
    }
}
