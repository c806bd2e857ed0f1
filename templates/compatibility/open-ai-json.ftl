
    /// <summary>Embeddings, documents and searches have converters for System.Text.Json alone; the extension registers them in the worker.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class OpenAIJson : Newtonsoft.Json.JsonConverter
    {
        private readonly System.Text.Json.JsonSerializerOptions _options;

        public OpenAIJson(System.Text.Json.JsonSerializerOptions options) => _options = options;

        public override bool CanConvert(Type objectType) =>
            objectType == typeof(EmbeddingsContext) || objectType == typeof(SearchableDocument) || objectType == typeof(SemanticSearchContext);

        public override void WriteJson(Newtonsoft.Json.JsonWriter writer, object value, Newtonsoft.Json.JsonSerializer serializer) =>
            writer.WriteRawValue(System.Text.Json.JsonSerializer.Serialize(value, value.GetType(), _options));

        public override object ReadJson(Newtonsoft.Json.JsonReader reader, Type objectType, object existingValue, Newtonsoft.Json.JsonSerializer serializer)
        {
            var dates = reader.DateParseHandling;
            reader.DateParseHandling = Newtonsoft.Json.DateParseHandling.None;
            var json = Newtonsoft.Json.Linq.JRaw.Create(reader).ToString();
            reader.DateParseHandling = dates;
            return System.Text.Json.JsonSerializer.Deserialize(json, objectType, _options);
        }
    }

    [ExcludeFromCodeCoverage]
    internal static class OpenAISerializers
    {
        public static FunctionsApplicationBuilder UseOpenAIJson(this FunctionsApplicationBuilder builder)
        {
            builder.Services.AddOptions<WorkerOptions>().PostConfigure<IOptions<System.Text.Json.JsonSerializerOptions>>((options, json) =>
            {
                var settings = NewtonsoftJsonObjectSerializer.CreateJsonSerializerSettings();
                settings.Converters.Add(new OpenAIJson(json.Value));
                options.Serializer = new NewtonsoftJsonObjectSerializer(settings);
            });
            return builder;
        }
    }
