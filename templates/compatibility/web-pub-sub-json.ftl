
    /// <summary>Types of Web PubSub say in attributes of System.Text.Json how they are written, which Newtonsoft.Json does not read.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class WebPubSubJson : Newtonsoft.Json.JsonConverter
    {
        private static readonly System.Text.Json.JsonSerializerOptions Options = new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web);

        public override bool CanConvert(Type objectType) => objectType.Assembly == typeof(WebPubSubAction).Assembly;

        public override void WriteJson(Newtonsoft.Json.JsonWriter writer, object value, Newtonsoft.Json.JsonSerializer serializer) =>
            writer.WriteRawValue(System.Text.Json.JsonSerializer.Serialize(value, value.GetType(), Options));

        public override object ReadJson(Newtonsoft.Json.JsonReader reader, Type objectType, object existingValue, Newtonsoft.Json.JsonSerializer serializer)
        {
            var dates = reader.DateParseHandling;
            reader.DateParseHandling = Newtonsoft.Json.DateParseHandling.None;
            var json = Newtonsoft.Json.Linq.JRaw.Create(reader).ToString();
            reader.DateParseHandling = dates;
            return System.Text.Json.JsonSerializer.Deserialize(json, objectType, Options);
        }
    }

    [ExcludeFromCodeCoverage]
    internal static class WebPubSubSerializers
    {
        public static FunctionsApplicationBuilder UseWebPubSubJson(this FunctionsApplicationBuilder builder)
        {
            builder.Services.PostConfigure<WorkerOptions>(options =>
            {
                var settings = NewtonsoftJsonObjectSerializer.CreateJsonSerializerSettings();
                settings.Converters.Add(new WebPubSubJson());
                options.Serializer = new NewtonsoftJsonObjectSerializer(settings);
            });
<#if model.parts.webPubSubHttp>
            builder.Services.PostConfigure<MvcNewtonsoftJsonOptions>(options => options.SerializerSettings.Converters.Add(new WebPubSubJson()));
</#if>
            return builder;
        }
    }
