
    /// <summary>Entries of streams of Redis, made of what the extension writes for the worker: {"Id", "Values"}.</summary>
    [ExcludeFromCodeCoverage]
    internal static class RedisEntries
    {
        public static StreamEntry Entry(string json)
        {
            using (var document = JsonDocument.Parse(json))
            {
                var values = document.RootElement.GetProperty("Values").EnumerateObject();
                return new StreamEntry(
                    document.RootElement.GetProperty("Id").GetString(),
                    values.Select(value => new NameValueEntry(value.Name, value.Value.GetString())).ToArray());
            }
        }

        /// <summary>An object of the values alone: the in-process extension left the id out.</summary>
        public static T Values<T>(string json)
        {
            using (var document = JsonDocument.Parse(json))
            {
                return JsonConvert.DeserializeObject<T>(document.RootElement.GetProperty("Values").GetRawText());
            }
        }
    }
