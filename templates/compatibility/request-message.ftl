
    /// <summary>The request as an HttpRequestMessage; its content is the body of the request.</summary>
    [ExcludeFromCodeCoverage]
    internal static class RequestMessage
    {
        public static HttpRequestMessage From(HttpRequest request)
        {
            var message = new HttpRequestMessage(new HttpMethod(request.Method), request.GetEncodedUrl()) { Content = new StreamContent(request.Body) };
            foreach (var header in request.Headers)
            {
                if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                {
                    message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
                }
            }

            message.Options.Set(new HttpRequestOptionsKey<HttpContext>(nameof(HttpContext)), request.HttpContext);
            return message;
        }
    }
