
    /// <summary>Embeddings as the OpenAI extension had them before 0.13: with the answer of the service around the response; the worker has no more of that than its value.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class EarlierEmbeddings
    {
        public EarlierEmbeddings(global::Azure.AI.OpenAI.EmbeddingsOptions request, global::Azure.Response<global::Azure.AI.OpenAI.Embeddings> response)
        {
            Request = request;
            Response = response;
        }

        public global::Azure.AI.OpenAI.EmbeddingsOptions Request { get; }

        public global::Azure.Response<global::Azure.AI.OpenAI.Embeddings> Response { get; }

        public int Count => Response.Value?.Data?.Count ?? 0;

        internal static EarlierEmbeddings Of(EmbeddingsContext embeddings) =>
            new EarlierEmbeddings(embeddings.Request, global::Azure.Response.FromValue(embeddings.Response, null));
    }
