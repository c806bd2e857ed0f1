
    /// <summary>[HttpTrigger] on a string, byte[], Stream, TextReader or dynamic parameter.</summary>
    [ExcludeFromCodeCoverage]
    internal static class TriggerBody
    {
        public static bool Handles(Type type)
        {
            return type == typeof(string) || type == typeof(byte[]) || type == typeof(Stream) || IsReader(type) || type == typeof(object);
        }

        public static async Task<object> ReadAsync(Type type, HttpRequest request)
        {
            if (type == typeof(Stream) || (type == typeof(object) && !IsJson(request)))
            {
                return request.Body;
            }

            if (IsReader(type))
            {
                return new StreamReader(request.Body);
            }

            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            if (request.Body.CanSeek)
            {
                request.Body.Position = 0;
            }

            if (type == typeof(byte[]))
            {
                return body.ToArray();
            }

            body.Position = 0;
            var text = new StreamReader(body).ReadToEnd();
            return type == typeof(string) ? text : JsonConvert.DeserializeObject(text);
        }

        private static bool IsReader(Type type) => type == typeof(TextReader) || type == typeof(StreamReader);

        private static bool IsJson(HttpRequest request)
        {
            return request.ContentType != null && request.ContentType.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);
        }
    }
