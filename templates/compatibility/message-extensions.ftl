
    /// <summary>CreateResponse and CreateErrorResponse of HttpRequestMessage: JSON, or XML for callers that ask for it.</summary>
    [ExcludeFromCodeCoverage]
    internal static class RequestMessageExtensions
    {
        public static HttpResponseMessage CreateResponse(this HttpRequestMessage request, HttpStatusCode status = HttpStatusCode.OK)
        {
            return new HttpResponseMessage(status) { RequestMessage = request };
        }

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, T value)
        {
            return request.CreateResponse(HttpStatusCode.OK, value);
        }

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, HttpStatusCode status, T value)
        {
            var format = new DefaultContentNegotiator().Negotiate(typeof(T), request, new MediaTypeFormatterCollection());
            return Buffered(request, status, new ObjectContent<T>(value, format.Formatter, format.MediaType));
        }

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, HttpStatusCode status, T value, string mediaType)
        {
            var type = new MediaTypeHeaderValue(mediaType);
            var formatter = new MediaTypeFormatterCollection().FindWriter(typeof(T), type);
            return formatter == null
                ? throw new InvalidOperationException("No formatter writes " + typeof(T) + " as " + mediaType + ".")
                : Buffered(request, status, new ObjectContent<T>(value, formatter, type));
        }

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode status, string message)
        {
            return request.CreateResponse(status, new ErrorBody { Message = message });
        }

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode status, string message, Exception exception)
        {
            return request.CreateErrorResponse(status, message);
        }

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode status, Exception exception)
        {
            return request.CreateErrorResponse(status, "An error has occurred.");
        }

        private static HttpResponseMessage Buffered(HttpRequestMessage request, HttpStatusCode status, HttpContent content)
        {
            // Formatters write synchronously, which the response does not take: they write to memory.
            content.LoadIntoBufferAsync().GetAwaiter().GetResult();
            return new HttpResponseMessage(status) { RequestMessage = request, Content = content };
        }

        [XmlRoot("Error")]
        private sealed class ErrorBody : IXmlSerializable
        {
            public string Message { get; set; }

            public XmlSchema GetSchema() => null;

            public void ReadXml(XmlReader reader) => this.Message = reader.ReadElementContentAsString();

            public void WriteXml(XmlWriter writer) => writer.WriteElementString("Message", this.Message);
        }
    }
