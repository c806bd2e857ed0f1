<#if model.parts.userLogger>

        private ILogger UserLogger(FunctionContext context) => _loggers.CreateLogger("Function." + context.FunctionDefinition.Name + ".User");
</#if>
<#if model.parts.executionContext>

        private static ExecutionContext Execution(FunctionContext context)
        {
            var directory = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            <#if model.parts.endpointCalls>return EndpointCalls.Of(context, new ExecutionContext<#else>return new ExecutionContext</#if>
            {
                InvocationId = Guid.Parse(context.InvocationId),
                FunctionName = context.FunctionDefinition.Name,
                FunctionAppDirectory = directory,
                FunctionDirectory = Path.Combine(directory, context.FunctionDefinition.Name),
<#if model.parts.retryContext>
                RetryContext = Retry(context.RetryContext),
</#if>
            }<#if model.parts.endpointCalls>)</#if>;
        }
<#if model.parts.retryContext>

        private static RetryContext Retry(global::Microsoft.Azure.Functions.Worker.RetryContext retry)
        {
            return retry == null ? null : new RetryContext { RetryCount = retry.RetryCount, MaxRetryCount = retry.MaxRetryCount };
        }
</#if>
</#if>
