
    [ExcludeFromCodeCoverage]
    public class ExecutionContextOptions
    {
        public string AppDirectory { get; set; }
    }
