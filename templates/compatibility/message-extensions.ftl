
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
            var response = request.CreateResponse(status);
            var format = new DefaultContentNegotiator().Negotiate(typeof(T), request, new MediaTypeFormatterCollection());
            response.Content = new ObjectContent<T>(value, format.Formatter, format.MediaType);
            return response;
        }

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, HttpStatusCode status, T value, string mediaType)
        {
            var response = request.CreateResponse(status);
            var type = new MediaTypeHeaderValue(mediaType);
            response.Content = new ObjectContent<T>(value, new MediaTypeFormatterCollection().FindWriter(typeof(T), type), type);
            return response;
        }

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode status, string message)
        {
            return request.CreateResponse(status, new Dictionary<string, string> { { "Message", message } });
        }

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode status, Exception exception)
        {
            return request.CreateErrorResponse(status, "An error has occurred.");
        }
    }
