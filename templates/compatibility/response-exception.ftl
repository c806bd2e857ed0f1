
    /// <summary>Carries a response; a function that throws it fails like with any other exception.</summary>
    [ExcludeFromCodeCoverage]
    public class HttpResponseException : Exception
    {
        public HttpResponseException(HttpStatusCode statusCode)
            : this(new HttpResponseMessage(statusCode))
        {
        }

        public HttpResponseException(HttpResponseMessage response)
            : base("Processing of the HTTP request resulted in an exception. Please see the HTTP response returned by the 'Response' property of this exception for details.")
        {
            Response = response;
        }

        public HttpResponseMessage Response { get; }
    }
