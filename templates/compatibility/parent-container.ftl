
    /// <summary>The container of a path that is called like a file, and the blobs whose names begin so.</summary>
    [ExcludeFromCodeCoverage]
    internal static class ParentContainer
    {
        public static BlobContainerClient Of(BlobClient blob) => blob.GetParentBlobContainerClient();

        public static async Task<List<BlobClient>> ClientsAsync(BlobClient prefix)
        {
            var blobs = new List<BlobClient>();
            await foreach (var item in Of(prefix).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix.Name, CancellationToken.None))
            {
                blobs.Add(Of(prefix).GetBlobClient(item.Name));
            }
            return blobs;
        }

        public static async Task<List<string>> TextsAsync(BlobClient prefix)
        {
            var texts = new List<string>();
            foreach (var blob in await ClientsAsync(prefix))
            {
                texts.Add((await blob.DownloadContentAsync()).Value.Content.ToString());
            }
            return texts;
        }

        public static async Task<List<Stream>> StreamsAsync(BlobClient prefix)
        {
            var streams = new List<Stream>();
            foreach (var blob in await ClientsAsync(prefix))
            {
                streams.Add(await blob.OpenReadAsync());
            }
            return streams;
        }
    }
