
    /// <summary>Headers, query and claims of a SignalR message as texts; the worker has them in pieces between commas.</summary>
    [ExcludeFromCodeCoverage]
    internal static class InvocationValues
    {
        public static IDictionary<string, string> Of(IDictionary<string, StringValues> values) =>
            values?.ToDictionary(pair => pair.Key, pair => (string)pair.Value);

        /// <summary>Names of headers in capital or small letters are the same.</summary>
        public static IDictionary<string, string> Headers(IDictionary<string, StringValues> values) =>
            values?.ToDictionary(pair => pair.Key, pair => (string)pair.Value, StringComparer.OrdinalIgnoreCase);
    }
