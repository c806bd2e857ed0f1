
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
<#if model.parts.webPubSubErrors>
            return objectType == typeof(WebPubSubContext) ? Context(json) : System.Text.Json.JsonSerializer.Deserialize(json, objectType, Options);
        }

        /// <summary>A request that is refused is not there, and the class of the worker asks for it.</summary>
        private static WebPubSubContext Context(string json)
        {
            using (var document = System.Text.Json.JsonDocument.Parse(json))
            {
                var context = document.RootElement;
                return context.TryGetProperty("request", out _)
                    ? System.Text.Json.JsonSerializer.Deserialize<WebPubSubContext>(json, Options)
                    : new WebPubSubContext
                    {
                        ErrorMessage = context.GetProperty("errorMessage").GetString(),
                        HasError = context.GetProperty("hasError").GetBoolean(),
                        Response = System.Text.Json.JsonSerializer.Deserialize<WebPubSubSimpleResponse>(context.GetProperty("response").GetRawText(), Options)
                    };
            }
        }
<#else>
            return System.Text.Json.JsonSerializer.Deserialize(json, objectType, Options);
        }
</#if>
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
