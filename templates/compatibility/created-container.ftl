
    /// <summary>A blob whose container exists, as a binding that may write gave it in-process.</summary>
    [ExcludeFromCodeCoverage]
    internal static class CreatedContainer
    {
        public static async Task<T> OfAsync<T>(T blob)
            where T : BlobBaseClient
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync();
            return blob;
        }
    }
