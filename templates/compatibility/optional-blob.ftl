
    /// <summary>A blob that may be missing: null, where the worker's own binding would fail the call.</summary>
    [ExcludeFromCodeCoverage]
    internal static class OptionalBlob
    {
        public static async Task<string> TextAsync(BlobClient blob) =>
            await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;

        public static async Task<byte[]> BytesAsync(BlobClient blob) =>
            await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToArray() : null;

        public static async Task<Stream> StreamAsync(BlobClient blob) => await blob.ExistsAsync() ? await blob.OpenReadAsync() : null;

        public static async Task<TextReader> ReaderAsync(BlobClient blob)
        {
            var stream = await StreamAsync(blob);
            return stream == null ? null : new StreamReader(stream);
        }
    }
