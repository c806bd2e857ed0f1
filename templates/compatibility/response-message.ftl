
    /// <summary>Copies an HttpResponseMessage to the response.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class ResponseMessageResult : IActionResult
    {
        private readonly HttpResponseMessage _message;

        public ResponseMessageResult(HttpResponseMessage message)
        {
            _message = message;
        }

        public async Task ExecuteResultAsync(ActionContext context)
        {
            using (_message)
            {
                var response = context.HttpContext.Response;
                response.StatusCode = (int)_message.StatusCode;
                context.HttpContext.Features.Get<IHttpResponseFeature>().ReasonPhrase = _message.ReasonPhrase;
                foreach (var header in _message.Headers.Concat(_message.Content.Headers))
                {
                    if (!header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                    {
                        response.Headers[header.Key] = header.Value.ToArray();
                    }
                }

                response.ContentLength = _message.Content.Headers.ContentLength;
                await _message.Content.CopyToAsync(response.Body);
            }
        }
    }
