using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Logging;

namespace VisitorDesk
{
    /// <summary>What the filters did since somebody asked.</summary>
    public static class Journal
    {
        private static readonly ConcurrentQueue<string> Lines = new ConcurrentQueue<string>();

        public static void Add(string line)
        {
            Lines.Enqueue(line);
        }

        [FunctionName("ReadJournal")]
        public static IActionResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal")] HttpRequest req)
        {
            var lines = Lines.ToArray();
            Lines.Clear();
            return new OkObjectResult(lines);
        }
    }

    /// <summary>A door on the way to a function: a class or a method may have several.</summary>
    public sealed class DoorAttribute : FunctionInvocationFilterAttribute
    {
        private readonly string name;
        private int passed;

        public DoorAttribute(string name)
        {
            this.name = name;
        }

        public override Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken)
        {
            var request = (HttpRequest)executingContext.Arguments.First().Value;
            if (request.Query["closed"] == name)
            {
                throw new InvalidOperationException(name + " is closed");
            }

            passed++;
            executingContext.Properties["way"] = Way(executingContext) + name + ",";
            request.Headers["X-Way"] = Way(executingContext);
            Journal.Add("in by " + name + " to " + executingContext.FunctionName + " for the " + passed + ". time, "
                + executingContext.Arguments.ContainsKey("who") + ", " + cancellationToken.CanBeCanceled);
            return Task.CompletedTask;
        }

        public override Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken)
        {
            var result = executedContext.FunctionResult;
            Journal.Add("out by " + name + ": " + result.Succeeded + " " + result.Exception?.Message + ", way " + Way(executedContext));
            if (((HttpRequest)executedContext.Arguments["req"]).Query["stuck"] == name)
            {
                throw new TimeoutException(name + " is stuck");
            }

            return Task.CompletedTask;
        }

        private static string Way(FunctionFilterContext context)
        {
            return context.Properties.TryGetValue("way", out var way) ? (string)way : string.Empty;
        }
    }

    /// <summary>Hears of what went wrong.</summary>
    public sealed class PorterAttribute : FunctionExceptionFilterAttribute
    {
        private readonly string name;

        public PorterAttribute(string name)
        {
            this.name = name;
        }

        public override Task OnExceptionAsync(FunctionExceptionContext exceptionContext, CancellationToken cancellationToken)
        {
            var exception = exceptionContext.Exception;
            var wrapped = exception as FunctionInvocationException;
            Journal.Add(name + " hears of " + exception.GetType().Name + " " + exception.Message + " by " + wrapped?.MethodName
                + " in " + exceptionContext.FunctionName + " from " + exception.InnerException?.GetType().Name + " " + exception.InnerException?.Message
                + ", " + (wrapped?.InstanceId == exceptionContext.FunctionInstanceId) + ", " + exceptionContext.Properties.Count);
            exceptionContext.Logger.LogWarning(exception, "heard");
            if (exception.InnerException?.Message == "answer " + name)
            {
                throw new NotSupportedException(name + " has no answer", exception);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Around every function, since it is a service.</summary>
    public sealed class Bell : IFunctionInvocationFilter
    {
        public Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken)
        {
            Journal.Add("ring for " + executingContext.FunctionName);
            return Task.CompletedTask;
        }

        public Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken)
        {
            return Task.CompletedTask;
        }
    }

    /// <summary>Registered by a type that the host never asked for.</summary>
    public sealed class Mute : IFunctionInvocationFilter
    {
        public Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken)
        {
            throw new InvalidOperationException("never called");
        }

        public Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken)
        {
            throw new InvalidOperationException("never called");
        }
    }

    [Door("gate")]
    [Porter("gate")]
    public class Gate : IFunctionInvocationFilter, IFunctionExceptionFilter
    {
        private readonly CurrentVisitor visitor;
        private string seen = "nothing";

        public Gate(CurrentVisitor visitor)
        {
            this.visitor = visitor;
        }

        [Door("hall")]
        [Door("room")]
        [Porter("room")]
        [FunctionName("Enter")]
        public async Task<IActionResult> Enter(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "gate/{who}")] HttpRequest req,
            string who,
            ILogger log)
        {
            var text = await req.ReadAsStringAsync();
            log.LogInformation("Comes {Who}", who);
            switch (who)
            {
                case "thief":
                    throw new ArgumentException("answer room");
                case "spy":
                    throw new ArgumentException("answer gate");
                case "ghost":
                    throw new OperationCanceledException("gone");
                default:
                    return new OkObjectResult(who + " by " + req.Headers["X-Way"] + " saw " + seen + " and says " + text + ", " + visitor.Describe());
            }
        }

        [FunctionName("Leave")]
        public static IActionResult Leave([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "leave/{who}")] HttpRequest req, int who)
        {
            return who < 0 ? throw new ArgumentOutOfRangeException(nameof(who)) : new OkObjectResult(req.Headers["X-Way"] + who);
        }

        public async Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var request = (HttpRequest)executingContext.Arguments["req"];
            seen = executingContext.Arguments["who"] + " with " + await request.ReadAsStringAsync();
            Journal.Add("gate opens");
        }

        public Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken)
        {
            Journal.Add("gate closes, " + seen);
            return Task.CompletedTask;
        }

        public Task OnExceptionAsync(FunctionExceptionContext exceptionContext, CancellationToken cancellationToken)
        {
            Journal.Add("gate stays open, " + seen + ", " + exceptionContext.ExceptionDispatchInfo.SourceException.GetType().Name);
            return Task.CompletedTask;
        }
    }
}
