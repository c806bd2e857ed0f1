
    /// <summary>Supplies parameters that no binding of the worker supplies. An error is thrown: a failed conversion would be null.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class InProcessParameters : IInputConverter
    {
<#if model.parts.userLogger>
        private readonly ILoggerFactory _loggers;

        public InProcessParameters(ILoggerFactory loggers)
        {
            _loggers = loggers;
        }

</#if>
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
        {
            var type = context.TargetType;
<#if model.parts.logger>
            if (type == typeof(ILogger))
            {
                return Supply(UserLogger(context.FunctionContext));
            }

</#if>
<#if model.parts.traceWriter>
            if (type == typeof(TraceWriter))
            {
                return Supply(new TraceWriter(UserLogger(context.FunctionContext)));
            }

</#if>
<#if model.parts.executionContext>
            if (type == typeof(ExecutionContext))
            {
                return Supply(Execution(context.FunctionContext));
            }

</#if>
<#if model.parts.claimsParameter>
            if (type == typeof(ClaimsPrincipal) && context.FunctionContext.GetHttpContext() is HttpContext caller)
            {
                return Supply(caller.User);
            }

</#if>
<#if model.parts.routeValues>
            if (context.Source is string value && SimpleValue.Handles(type) && context.FunctionContext.GetHttpContext() != null)
            {
                return Supply(SimpleValue.From(value, type));
            }

</#if>
<#if model.parts.triggers>
            if (context.Source is HttpRequestData && type != typeof(HttpRequest) && !typeof(HttpRequestData).IsAssignableFrom(type)
                && context.FunctionContext.GetHttpContext() is HttpContext http)
            {
                return Trigger(type, http.Request);
            }

</#if>
            return Leave();
        }
<#if model.parts.triggers>

        private static ValueTask<ConversionResult> Trigger(Type type, HttpRequest request)
        {
<#if model.parts.requestMessage>
            if (type == typeof(HttpRequestMessage))
            {
                return Supply(RequestMessage.From(request));
            }

</#if>
<#if model.parts.bodyTrigger>
            if (TriggerBody.Handles(type))
            {
                return SupplyAsync(TriggerBody.ReadAsync(type, request));
            }

</#if>
<#if model.parts.objectTrigger>
            return SupplyAsync(TriggerObject.ReadAsync(type, request));
<#else>
            return Leave();
</#if>
        }
</#if>
<#if model.parts.userLogger>

        private ILogger UserLogger(FunctionContext context)
        {
            return _loggers.CreateLogger("Function." + context.FunctionDefinition.Name + ".User");
        }
</#if>
<#if model.parts.executionContext>

        private static ExecutionContext Execution(FunctionContext context)
        {
            var directory = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            return new ExecutionContext
            {
                InvocationId = Guid.Parse(context.InvocationId),
                FunctionName = context.FunctionDefinition.Name,
                FunctionAppDirectory = directory,
                FunctionDirectory = Path.Combine(directory, context.FunctionDefinition.Name),
<#if model.parts.retryContext>
                RetryContext = Retry(context.RetryContext),
</#if>
            };
        }
<#if model.parts.retryContext>

        private static RetryContext Retry(global::Microsoft.Azure.Functions.Worker.RetryContext retry)
        {
            return retry == null ? null : new RetryContext { RetryCount = retry.RetryCount, MaxRetryCount = retry.MaxRetryCount };
        }
</#if>
</#if>

        private static ValueTask<ConversionResult> Supply(object value)
        {
            return new ValueTask<ConversionResult>(ConversionResult.Success(value));
        }
<#if model.parts.readsBody>

        private static async ValueTask<ConversionResult> SupplyAsync(Task<object> value)
        {
            return ConversionResult.Success(await value);
        }
</#if>

        private static ValueTask<ConversionResult> Leave()
        {
            return new ValueTask<ConversionResult>(ConversionResult.Unhandled());
        }
    }
