
    [ExcludeFromCodeCoverage]
    public class RecoverableException : Exception
    {
        public RecoverableException()
        {
        }

        public RecoverableException(string message) : base(message)
        {
        }

        public RecoverableException(string message, Exception innerException) : base(message, innerException)
        {
        }

        public bool Handled { get; set; }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionException : RecoverableException
    {
        public FunctionException()
        {
        }

        public FunctionException(string message) : base(message)
        {
        }

        public FunctionException(string message, Exception innerException) : base(message, innerException)
        {
        }

        public FunctionException(string message, string methodName, Exception innerException) : base(message, innerException) => MethodName = methodName;

        public string MethodName { get; }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionInvocationException : FunctionException
    {
        public FunctionInvocationException()
        {
        }

        public FunctionInvocationException(string message) : base(message)
        {
        }

        public FunctionInvocationException(string message, Exception innerException) : base(message, innerException)
        {
        }

        public FunctionInvocationException(string message, Guid instanceId, string methodName, Exception innerException)
            : base(message, methodName, innerException) => InstanceId = instanceId;

        public Guid InstanceId { get; set; }
    }

    [ExcludeFromCodeCoverage]
    public class FunctionTimeoutException : FunctionInvocationException
    {
        public FunctionTimeoutException()
        {
        }

        public FunctionTimeoutException(string message) : base(message)
        {
        }

        public FunctionTimeoutException(string message, Exception innerException) : base(message, innerException)
        {
        }

        public FunctionTimeoutException(string message, Guid instanceId, string methodName, TimeSpan timeout, Task task, Exception innerException)
            : base(message, instanceId, methodName, innerException)
        {
            Timeout = timeout;
            Task = task;
        }

        public TimeSpan Timeout { get; set; }

        public Task Task { get; set; }
    }
