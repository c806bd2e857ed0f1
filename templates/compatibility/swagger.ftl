
    /// <summary>Documents of Swashbuckle for messages, as the package had them for the host.</summary>
    [ExcludeFromCodeCoverage]
    internal static class SwaggerMessages
    {
        public static IHostApplicationBuilder AddSwashBuckle(this IHostApplicationBuilder builder, Assembly assembly, Action<SwaggerDocOptions> configureDocOptionsAction = null)
        {
            var host = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("host.json", optional: true).Build();
            builder.Services.AddSwashBuckle(
                options =>
                {
                    options.RoutePrefix = host["extensions:http:routePrefix"] ?? "api";
                    configureDocOptionsAction?.Invoke(options);
                },
                assembly);
            return builder;
        }

        public static HttpResponseMessage CreateSwaggerDocumentResponse(this ISwashBuckleClient client, HttpRequestMessage requestMessage, string documentName = "v1") =>
            client.CreateSwaggerJsonDocumentResponse(requestMessage, documentName);

        public static HttpResponseMessage CreateSwaggerJsonDocumentResponse(this ISwashBuckleClient client, HttpRequestMessage requestMessage, string documentName = "v1") =>
            Answer(client.GetSwaggerJsonDocumentAsync(HostOf(requestMessage), documentName).GetAwaiter().GetResult(), requestMessage, "application/json");

        public static HttpResponseMessage CreateSwaggerYamlDocumentResponse(this ISwashBuckleClient client, HttpRequestMessage requestMessage, string documentName = "v1") =>
            Answer(client.GetSwaggerYamlDocumentAsync(HostOf(requestMessage), documentName).GetAwaiter().GetResult(), requestMessage, "application/x-yaml");

        public static HttpResponseMessage CreateSwaggerUIResponse(this ISwashBuckleClient client, HttpRequestMessage requestMessage, string documentRoute)
        {
            var prefix = string.IsNullOrEmpty(client.RoutePrefix) ? string.Empty : "/" + client.RoutePrefix;
            return Answer(client.GetSwaggerUi(HostOf(requestMessage) + prefix + "/" + documentRoute), requestMessage, "text/html");
        }

        public static HttpResponseMessage CreateSwaggerOAuth2RedirectResponse(this ISwashBuckleClient client, HttpRequestMessage requestMessage) =>
            Answer(client.GetSwaggerOAuth2Redirect(), requestMessage, "text/html");

        private static string HostOf(HttpRequestMessage requestMessage) => requestMessage.RequestUri.Scheme + "://" + requestMessage.RequestUri.Authority;

        private static HttpResponseMessage Answer(Stream stream, HttpRequestMessage requestMessage, string mediaType)
        {
            using (var reader = new StreamReader(stream))
            {
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = requestMessage,
                    Content = new StringContent(reader.ReadToEnd(), Encoding.UTF8, mediaType),
                };
            }
        }
    }
