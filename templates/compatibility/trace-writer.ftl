
    /// <summary>TraceWriter of runtime version 1: writes to the function's logger.</summary>
    [ExcludeFromCodeCoverage]
    public class TraceWriter
    {
        private readonly ILogger _logger;

        public TraceWriter(ILogger logger)
        {
            _logger = logger;
        }

        public void Verbose(string message, string source = null) => _logger.LogDebug("{Message}", message);

        public void Info(string message, string source = null) => _logger.LogInformation("{Message}", message);

        public void Warning(string message, string source = null) => _logger.LogWarning("{Message}", message);

        public void Error(string message, Exception ex = null, string source = null) => _logger.LogError(ex, "{Message}", message);
    }
