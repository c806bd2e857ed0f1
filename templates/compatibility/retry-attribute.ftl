
    /// <summary>Nobody asks it any more: the host of the worker does not know own retries.</summary>
    [ExcludeFromCodeCoverage]
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public abstract class RetryAttribute : Attribute
    {
        public RetryAttribute(int maxRetryCount) => MaxRetryCount = maxRetryCount;

        public int MaxRetryCount { get; }

        public abstract TimeSpan GetNextDelay(RetryContext context);
    }
