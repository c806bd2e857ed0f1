
    /// <summary>A filter of functions with a SignalR trigger: what it throws keeps the function from running.</summary>
    [ExcludeFromCodeCoverage]
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
    public abstract class SignalRFilterAttribute : FunctionInvocationFilterAttribute
    {
        public override Task OnExecutingAsync(FunctionExecutingContext executingContext, CancellationToken cancellationToken) =>
            executingContext.Arguments.FirstOrDefault().Value is SignalRInvocationContext invocationContext
                ? FilterAsync(invocationContext, cancellationToken)
                : throw new InvalidOperationException("The first argument of function " + executingContext.FunctionName + " is no SignalRInvocationContext.");

        public abstract Task FilterAsync(SignalRInvocationContext invocationContext, CancellationToken cancellationToken);
    }
