
    [ExcludeFromCodeCoverage]
    public class ExecutionContext
    {
        public Guid InvocationId { get; set; }

        public string FunctionName { get; set; }

        public string FunctionDirectory { get; set; }

        public string FunctionAppDirectory { get; set; }

        public RetryContext RetryContext { get; set; }
    }
