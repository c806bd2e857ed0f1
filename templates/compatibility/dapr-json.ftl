
    /// <summary>Values of Dapr as the in-process extension read and wrote them: with System.Text.Json, and what is sent in an envelope.</summary>
    [ExcludeFromCodeCoverage]
    internal static class DaprJson
    {
        private static readonly JsonSerializerOptions RelaxedEscaping = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public static T FromJson<T>(string json) => string.IsNullOrEmpty(json) ? default(T) : JsonSerializer.Deserialize<T>(json);

        public static T ParsedBy<T>(string json, Func<string, T> parse) => string.IsNullOrEmpty(json) ? default(T) : parse(json);

        /// <summary>What a cloud event holds.</summary>
        public static T FromEvent<T>(string json)
        {
            var whole = FromJson<JsonElement>(json);
            var isEvent = whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty("data", out whole);
            return isEvent ? JsonSerializer.Deserialize<T>(whole.GetRawText()) : FromJson<T>(json);
        }

        public static string Event(object value) => value == null ? null : Text(value as DaprPubSubEvent ?? new DaprPubSubEvent(value));

        public static string Message(object value)
        {
            if (value == null)
            {
                return null;
            }
            var message = value as DaprBindingMessage ?? new DaprBindingMessage(value);
            return Text(new { data = message.Data, operation = message.Operation, metadata = message.Metadata, bindingName = message.BindingName });
        }

        public static string State(object value) => value == null ? null : Text(new { value });

        public static string Call(InvokeMethodParameters value) => value == null ? null : Text(new { body = value.Body });

        public static string Raw(object value) => value?.ToString();

        public static string Utf8(byte[] value) => value == null ? null : Encoding.UTF8.GetString(value);

        private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), RelaxedEscaping);
    }
