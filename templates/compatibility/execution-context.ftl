
    [ExcludeFromCodeCoverage]
    public class ExecutionContext
    {
        public Guid InvocationId { get; set; }

        public string FunctionName { get; set; }

        public string FunctionDirectory { get; set; }

        public string FunctionAppDirectory { get; set; }
<#if model.parts.retryContext>

        public RetryContext RetryContext { get; set; }
</#if>
    }
<#if model.parts.retryContext>

    [ExcludeFromCodeCoverage]
    public class RetryContext
    {
        public int RetryCount { get; set; }

        public int MaxRetryCount { get; set; }
<#if model.parts.retryState>

        /// <summary>Always null: the worker does not know it.</summary>
        public Exception Exception { get; set; }

        /// <summary>Empty at every attempt.</summary>
        public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();
</#if>
    }
</#if>
