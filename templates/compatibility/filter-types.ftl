
    public interface IFunctionFilter
    {
    }

    [ExcludeFromCodeCoverage]
    public abstract class FunctionFilterContext
    {
        protected FunctionFilterContext(Guid functionInstanceId, string functionName, ILogger logger, IDictionary<string, object> properties)
        {
            FunctionInstanceId = functionInstanceId;
            FunctionName = functionName;
            Logger = logger;
            Properties = properties;
        }

        public Guid FunctionInstanceId { get; }

        public string FunctionName { get; }

        public IDictionary<string, object> Properties { get; }

        public ILogger Logger { get; }
    }
<#if model.parts.invocationFilters>

    public interface IFunctionInvocationFilter : IFunctionFilter
    {
        Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken);

        Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken);
    }

    [ExcludeFromCodeCoverage]
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public abstract class FunctionInvocationFilterAttribute : Attribute, IFunctionInvocationFilter
    {
        public virtual Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken) => Task.CompletedTask;

        public virtual Task OnExecutedAsync(FunctionExecutedContext executedContext, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    [ExcludeFromCodeCoverage]
    public abstract class FunctionInvocationContext : FunctionFilterContext
    {
        protected FunctionInvocationContext(IReadOnlyDictionary<string, object> arguments, IDictionary<string, object> properties, Guid functionInstanceId, string functionName, ILogger logger)
            : base(functionInstanceId, functionName, logger, properties) => Arguments = arguments;

        public IReadOnlyDictionary<string, object> Arguments { get; }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionExecutingContext : FunctionInvocationContext
    {
        public FunctionExecutingContext(IReadOnlyDictionary<string, object> arguments, IDictionary<string, object> properties, Guid functionInstanceId, string functionName, ILogger logger)
            : base(arguments, properties, functionInstanceId, functionName, logger)
        {
        }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionExecutedContext : FunctionInvocationContext
    {
        public FunctionExecutedContext(IReadOnlyDictionary<string, object> arguments, IDictionary<string, object> properties, Guid functionInstanceId, string functionName, ILogger logger, FunctionResult functionResult)
            : base(arguments, properties, functionInstanceId, functionName, logger) => FunctionResult = functionResult;

        public FunctionResult FunctionResult { get; }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionResult
    {
        public FunctionResult(bool succeeded) => Succeeded = succeeded;

        public FunctionResult(Exception exception) => Exception = exception;

        public FunctionResult(bool succeeded, Exception exception) : this(succeeded) => Exception = exception;

        public bool Succeeded { get; }

        public Exception Exception { get; }
    }
</#if>
<#if model.parts.exceptionFilters>

    public interface IFunctionExceptionFilter : IFunctionFilter
    {
        Task OnExceptionAsync(FunctionExceptionContext exceptionContext, CancellationToken cancellationToken);
    }

    [ExcludeFromCodeCoverage]
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public abstract class FunctionExceptionFilterAttribute : Attribute, IFunctionExceptionFilter
    {
        public abstract Task OnExceptionAsync(FunctionExceptionContext exceptionContext, CancellationToken cancellationToken);
    }

    [ExcludeFromCodeCoverage]
    public class FunctionExceptionContext : FunctionFilterContext
    {
        public FunctionExceptionContext(Guid functionInstanceId, string functionName, ILogger logger, ExceptionDispatchInfo exceptionDispatchInfo, IDictionary<string, object> properties)
            : base(functionInstanceId, functionName, logger, properties) => ExceptionDispatchInfo = exceptionDispatchInfo;

        public Exception Exception => ExceptionDispatchInfo.SourceException;

        public ExceptionDispatchInfo ExceptionDispatchInfo { get; }
    }
</#if>
