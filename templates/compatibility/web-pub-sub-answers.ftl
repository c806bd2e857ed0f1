
    /// <summary>What the extension answers by itself: leave to send events, or why a request is refused, as plain text.</summary>
    [ExcludeFromCodeCoverage]
    internal static class WebPubSubAnswers
    {
        private static readonly ConditionalWeakTable<WebPubSubContext, HttpResponseMessage> KnownAnswers = new ConditionalWeakTable<WebPubSubContext, HttpResponseMessage>();

        public static HttpResponseMessage ResponseMessage(this WebPubSubContext context) => KnownAnswers.GetValue(context, one => Message(one));

        private static HttpResponseMessage Message(WebPubSubContext context)
        {
            var message = new HttpResponseMessage((HttpStatusCode)context.Response.Status);
            foreach (var header in context.Response.Headers)
            {
                message.Headers.Add(header.Key, header.Value);
            }
            if (context.HasError)
            {
                message.Content = new StringContent(context.Response.Body);
            }
            return message;
        }
    }
