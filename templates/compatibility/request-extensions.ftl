
    /// <summary>Extension methods of HttpRequest that the in-process packages had.</summary>
    [ExcludeFromCodeCoverage]
    internal static class RequestExtensions
    {
        /// <summary>The whole body, which can be read again afterwards.</summary>
        public static async Task<string> ReadAsStringAsync(this HttpRequest request)
        {
            request.EnableBuffering();
            string text;
            using (var reader = new StreamReader(request.Body, Encoding.UTF8, true, 1024, true))
            {
                text = await reader.ReadToEndAsync();
            }

            request.Body.Seek(0, SeekOrigin.Begin);
            return text;
        }

        /// <summary>The last of several values of a name.</summary>
        public static IDictionary<string, string> GetQueryParameterDictionary(this HttpRequest request)
            => request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Last());

        public static bool IsJsonContentType(this HttpRequest request)
            => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase);
    }
