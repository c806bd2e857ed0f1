
    /// <summary>Names that saved queries ask for: Category and LogLevel, as the in-process host wrote them.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class TelemetryNames : ITelemetryInitializer
    {
        public void Initialize(ITelemetry telemetry)
        {
            if (!(telemetry is ISupportProperties item) || !item.Properties.TryGetValue("CategoryName", out var category)) return;
            item.Properties["Category"] = category;
            var severity = telemetry is TraceTelemetry trace ? trace.SeverityLevel : (telemetry as ExceptionTelemetry)?.SeverityLevel;
            if (severity != null) item.Properties["LogLevel"] = severity == SeverityLevel.Verbose ? "Debug" : severity.ToString();
        }
    }
