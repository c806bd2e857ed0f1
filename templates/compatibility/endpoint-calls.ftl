
    /// <summary>What the endpoint of the in-process package had for an ExecutionContext.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EndpointCalls
    {
        private static readonly ConditionalWeakTable<ExecutionContext, FunctionContext> Calls = new ConditionalWeakTable<ExecutionContext, FunctionContext>();

        /// <summary>Remembers the call that a context belongs to.</summary>
        public static ExecutionContext Of(FunctionContext call, ExecutionContext context)
        {
            Calls.Add(context, call);
            return context;
        }
<#if model.parts.endpointMessages>

        public static Task ProcessNonAtomic(this IFunctionEndpoint endpoint, ServiceBusReceivedMessage message, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Process(message, null, Call(executionContext), cancellationToken);
</#if>

        public static Task Send(this IFunctionEndpoint endpoint, object message, SendOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Send(message, options, Call(executionContext), cancellationToken);

        public static Task Send(this IFunctionEndpoint endpoint, object message, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Send(message, Call(executionContext), cancellationToken);

        public static Task Send<T>(this IFunctionEndpoint endpoint, Action<T> messageConstructor, SendOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Send(messageConstructor, options, Call(executionContext), cancellationToken);

        public static Task Send<T>(this IFunctionEndpoint endpoint, Action<T> messageConstructor, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Send(messageConstructor, Call(executionContext), cancellationToken);

        public static Task Publish(this IFunctionEndpoint endpoint, object message, PublishOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Publish(message, options, Call(executionContext), cancellationToken);

        public static Task Publish(this IFunctionEndpoint endpoint, object message, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Publish(message, Call(executionContext), cancellationToken);

        public static Task Publish<T>(this IFunctionEndpoint endpoint, Action<T> messageConstructor, PublishOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Publish(messageConstructor, options, Call(executionContext), cancellationToken);

        public static Task Publish<T>(this IFunctionEndpoint endpoint, Action<T> messageConstructor, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Publish(messageConstructor, Call(executionContext), cancellationToken);

        public static Task Subscribe(this IFunctionEndpoint endpoint, Type eventType, SubscribeOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Subscribe(eventType, options, Call(executionContext), cancellationToken);

        public static Task Subscribe(this IFunctionEndpoint endpoint, Type eventType, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Subscribe(eventType, Call(executionContext), cancellationToken);

        public static Task Unsubscribe(this IFunctionEndpoint endpoint, Type eventType, UnsubscribeOptions options, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Unsubscribe(eventType, options, Call(executionContext), cancellationToken);

        public static Task Unsubscribe(this IFunctionEndpoint endpoint, Type eventType, ExecutionContext executionContext, ILogger functionsLogger = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            endpoint.Unsubscribe(eventType, Call(executionContext), cancellationToken);

        private static FunctionContext Call(ExecutionContext executionContext)
        {
            return executionContext != null && Calls.TryGetValue(executionContext, out var call)
                ? call
                : throw new ArgumentException("The endpoint takes the context that the function was called with.", nameof(executionContext));
        }
    }
