
    /// <summary>Blobs and containers as the types of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class [=name]Blobs
    {
        public static async Task<[=sdk].Blob.CloudBlockBlob> BlockAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false) =>
            await WithPropertiesAsync((await ParentAsync(context, blob, connection, created)).GetBlockBlobReference(blob.Name));

        public static async Task<[=sdk].Blob.CloudPageBlob> PageAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false) =>
            await WithPropertiesAsync((await ParentAsync(context, blob, connection, created)).GetPageBlobReference(blob.Name));

        public static async Task<[=sdk].Blob.CloudAppendBlob> AppendAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false) =>
            await WithPropertiesAsync((await ParentAsync(context, blob, connection, created)).GetAppendBlobReference(blob.Name));

        /// <summary>Of the kind that the service has; a block blob where it is missing.</summary>
        public static async Task<[=sdk].Blob.ICloudBlob> AnyAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false)
        {
            var container = await ParentAsync(context, blob, connection, created);
            return await container.GetBlobReference(blob.Name).ExistsAsync()
                ? await container.GetBlobReferenceFromServerAsync(blob.Name)
                : container.GetBlockBlobReference(blob.Name);
        }

        public static async Task<[=sdk].Blob.CloudBlobContainer> ContainerAsync(FunctionContext context, BlobContainerClient container, string connection, bool created = false) =>
            await NamedAsync(context, container.Name, connection, created);

        public static async Task<[=sdk].Blob.CloudBlobContainer> ParentAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false) =>
            await NamedAsync(context, blob.BlobContainerName, connection, created);

        public static async Task<[=sdk].Blob.CloudBlobDirectory> DirectoryAsync(FunctionContext context, BlobBaseClient blob, string connection, bool created = false) =>
            (await ParentAsync(context, blob, connection, created)).GetDirectoryReference(blob.Name);

        private static async Task<[=sdk].Blob.CloudBlobContainer> NamedAsync(FunctionContext context, string name, string connection, bool created)
        {
            var account = [=sdk].CloudStorageAccount.Parse(BindingSettings.Connection(context, connection).Value);
            var container = new [=sdk].Blob.CloudBlobClient(account.BlobStorageUri, account.Credentials).GetContainerReference(name);
            if (created)
            {
                await container.CreateIfNotExistsAsync();
            }
            return container;
        }

        private static async Task<T> WithPropertiesAsync<T>(T blob)
            where T : [=sdk].Blob.CloudBlob
        {
            await blob.ExistsAsync();
            return blob;
        }
    }
