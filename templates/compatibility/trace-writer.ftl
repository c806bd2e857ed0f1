
<#if model.parts.traceEvents>
    /// <summary>TraceWriter of runtime version 1: writes to the function's logger, or where a class derived from it says.</summary>
    [ExcludeFromCodeCoverage]
    public class TraceWriter
    {
        private readonly ILogger _logger;

        public TraceWriter(ILogger logger) : this(TraceLevel.Verbose)
        {
            _logger = logger;
        }

        protected TraceWriter(TraceLevel level)
        {
            Level = level;
        }

        public TraceLevel Level { get; set; }

        public void Verbose(string message, string source = null) => Trace(new TraceEvent(TraceLevel.Verbose, message, source));

        public void Info(string message, string source = null) => Trace(new TraceEvent(TraceLevel.Info, message, source));

        public void Warning(string message, string source = null) => Trace(new TraceEvent(TraceLevel.Warning, message, source));

        public void Error(string message, Exception ex = null, string source = null) => Trace(new TraceEvent(TraceLevel.Error, message, source, ex));

        public virtual void Trace(TraceEvent traceEvent) => _logger.Log(LogLevelOf(traceEvent.Level), traceEvent.Exception, "{Message}", traceEvent.Message);

        public virtual void Flush()
        {
        }

        private static LogLevel LogLevelOf(TraceLevel level)
        {
            switch (level)
            {
                case TraceLevel.Off: return LogLevel.None;
                case TraceLevel.Error: return LogLevel.Error;
                case TraceLevel.Warning: return LogLevel.Warning;
                case TraceLevel.Info: return LogLevel.Information;
                default: return LogLevel.Debug;
            }
        }
    }

    /// <summary>What a TraceWriter is given.</summary>
    [ExcludeFromCodeCoverage]
    public class TraceEvent
    {
        public TraceEvent(TraceLevel level, string message, string source = null, Exception exception = null)
        {
            Level = level;
            Message = message;
            Source = source;
            Exception = exception;
            Timestamp = DateTime.UtcNow;
        }

        public DateTime Timestamp { get; set; }

        public TraceLevel Level { get; set; }

        public string Source { get; set; }

        public string Message { get; set; }

        public Exception Exception { get; set; }

        public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>();

        public override string ToString() => FormattableString.Invariant($"{Timestamp} {Level} {Message} {Source} {Exception}");
    }
<#else>
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
</#if>
