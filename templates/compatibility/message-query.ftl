
    /// <summary>The query of an HttpRequestMessage, value by value, as Web API read it.</summary>
    [ExcludeFromCodeCoverage]
    internal static class RequestMessageQuery
    {
        public static IEnumerable<KeyValuePair<string, string>> GetQueryNameValuePairs(this HttpRequestMessage request) => new FormDataCollection(request.RequestUri);
    }
