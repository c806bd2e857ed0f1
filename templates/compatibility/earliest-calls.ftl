
    /// <summary>What Microsoft.WindowsAzure.Storage has on the .NET Framework alone, by what it has everywhere.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarliestCalls
    {
        public static void Create(this CloudBlobContainer container) => Wait(container.CreateAsync());

        public static bool CreateIfNotExists(this CloudBlobContainer container) => Result(container.CreateIfNotExistsAsync());

        public static bool CreateIfNotExists(this CloudBlobContainer container, BlobContainerPublicAccessType accessType) => Result(container.CreateIfNotExistsAsync(accessType, null, null));

        public static bool Exists(this CloudBlobContainer container) => Result(container.ExistsAsync());

        public static void Delete(this CloudBlobContainer container) => Wait(container.DeleteAsync());

        public static bool DeleteIfExists(this CloudBlobContainer container) => Result(container.DeleteIfExistsAsync());

        public static void FetchAttributes(this CloudBlobContainer container) => Wait(container.FetchAttributesAsync());

        public static void SetMetadata(this CloudBlobContainer container) => Wait(container.SetMetadataAsync());

        public static void SetPermissions(this CloudBlobContainer container, BlobContainerPermissions permissions) => Wait(container.SetPermissionsAsync(permissions));

        public static BlobContainerPermissions GetPermissions(this CloudBlobContainer container) => Result(container.GetPermissionsAsync());

        public static ICloudBlob GetBlobReferenceFromServer(this CloudBlobContainer container, string blobName) => Result(container.GetBlobReferenceFromServerAsync(blobName));

        public static IEnumerable<IListBlobItem> ListBlobs(this CloudBlobContainer container, string prefix = null, bool useFlatBlobListing = false, BlobListingDetails blobListingDetails = BlobListingDetails.None)
        {
            BlobContinuationToken token = null;
            do
            {
                var segment = Result(container.ListBlobsSegmentedAsync(prefix, useFlatBlobListing, blobListingDetails, null, token, null, null));
                foreach (var item in segment.Results) yield return item;
                token = segment.ContinuationToken;
            }
            while (token != null);
        }

        public static BlobResultSegment ListBlobsSegmented(this CloudBlobContainer container, BlobContinuationToken currentToken) => Result(container.ListBlobsSegmentedAsync(currentToken));

        public static IEnumerable<IListBlobItem> ListBlobs(this CloudBlobDirectory directory, bool useFlatBlobListing = false, BlobListingDetails blobListingDetails = BlobListingDetails.None)
        {
            BlobContinuationToken token = null;
            do
            {
                var segment = Result(directory.ListBlobsSegmentedAsync(useFlatBlobListing, blobListingDetails, null, token, null, null));
                foreach (var item in segment.Results) yield return item;
                token = segment.ContinuationToken;
            }
            while (token != null);
        }

        public static BlobResultSegment ListBlobsSegmented(this CloudBlobDirectory directory, BlobContinuationToken currentToken) => Result(directory.ListBlobsSegmentedAsync(currentToken));

        public static IEnumerable<CloudBlobContainer> ListContainers(this CloudBlobClient client, string prefix = null)
        {
            BlobContinuationToken token = null;
            do
            {
                var segment = Result(client.ListContainersSegmentedAsync(prefix, token));
                foreach (var container in segment.Results) yield return container;
                token = segment.ContinuationToken;
            }
            while (token != null);
        }

        public static ICloudBlob GetBlobReferenceFromServer(this CloudBlobClient client, Uri blobUri) => Result(client.GetBlobReferenceFromServerAsync(blobUri));

        public static bool Exists(this ICloudBlob blob) => Result(blob.ExistsAsync());

        public static void Delete(this ICloudBlob blob) => Wait(blob.DeleteAsync());

        public static bool DeleteIfExists(this ICloudBlob blob) => Result(blob.DeleteIfExistsAsync());

        public static void FetchAttributes(this ICloudBlob blob) => Wait(blob.FetchAttributesAsync());

        public static void SetMetadata(this ICloudBlob blob) => Wait(blob.SetMetadataAsync());

        public static void SetProperties(this ICloudBlob blob) => Wait(blob.SetPropertiesAsync());

        public static Stream OpenRead(this ICloudBlob blob) => Result(blob.OpenReadAsync(null, null, null));

        public static void DownloadToStream(this ICloudBlob blob, Stream target) => Wait(blob.DownloadToStreamAsync(target));

        public static void DownloadToFile(this ICloudBlob blob, string path, FileMode mode) => Wait(blob.DownloadToFileAsync(path, mode));

        public static int DownloadToByteArray(this ICloudBlob blob, byte[] target, int index) => Result(blob.DownloadToByteArrayAsync(target, index));

        public static void UploadFromStream(this ICloudBlob blob, Stream source) => Wait(blob.UploadFromStreamAsync(source));

        public static void UploadFromFile(this ICloudBlob blob, string path) => Wait(blob.UploadFromFileAsync(path));

        public static void UploadFromByteArray(this ICloudBlob blob, byte[] buffer, int index, int count) => Wait(blob.UploadFromByteArrayAsync(buffer, index, count));

        public static string AcquireLease(this ICloudBlob blob, TimeSpan? leaseTime, string proposedLeaseId) => Result(blob.AcquireLeaseAsync(leaseTime, proposedLeaseId));

        public static void ReleaseLease(this ICloudBlob blob, AccessCondition accessCondition) => Wait(blob.ReleaseLeaseAsync(accessCondition));

        public static void RenewLease(this ICloudBlob blob, AccessCondition accessCondition) => Wait(blob.RenewLeaseAsync(accessCondition));

        public static string DownloadText(this CloudBlockBlob blob) => Result(blob.DownloadTextAsync());

        public static void UploadText(this CloudBlockBlob blob, string content) => Wait(blob.UploadTextAsync(content));

        public static Stream OpenWrite(this CloudBlockBlob blob) => Result(blob.OpenWriteAsync());

        public static string StartCopy(this CloudBlockBlob blob, CloudBlockBlob source) => Result(blob.StartCopyAsync(source));

        public static string StartCopy(this CloudBlob blob, Uri source) => Result(blob.StartCopyAsync(source));

        public static void PutBlock(this CloudBlockBlob blob, string blockId, Stream blockData, string contentMD5) => Wait(blob.PutBlockAsync(blockId, blockData, contentMD5));

        public static void PutBlockList(this CloudBlockBlob blob, IEnumerable<string> blockList) => Wait(blob.PutBlockListAsync(blockList));

        public static void CreateOrReplace(this CloudAppendBlob blob) => Wait(blob.CreateOrReplaceAsync());

        public static void AppendText(this CloudAppendBlob blob, string content) => Wait(blob.AppendTextAsync(content));

        public static string DownloadText(this CloudAppendBlob blob) => Result(blob.DownloadTextAsync());

        public static void UploadText(this CloudAppendBlob blob, string content) => Wait(blob.UploadTextAsync(content));

        public static void Create(this CloudQueue queue) => Wait(queue.CreateAsync());

        public static bool CreateIfNotExists(this CloudQueue queue) => Result(queue.CreateIfNotExistsAsync());

        public static bool Exists(this CloudQueue queue) => Result(queue.ExistsAsync());

        public static void Delete(this CloudQueue queue) => Wait(queue.DeleteAsync());

        public static bool DeleteIfExists(this CloudQueue queue) => Result(queue.DeleteIfExistsAsync());

        public static void Clear(this CloudQueue queue) => Wait(queue.ClearAsync());

        public static void FetchAttributes(this CloudQueue queue) => Wait(queue.FetchAttributesAsync());

        public static void AddMessage(this CloudQueue queue, CloudQueueMessage message, TimeSpan? timeToLive = null, TimeSpan? initialVisibilityDelay = null) => Wait(queue.AddMessageAsync(message, timeToLive, initialVisibilityDelay, null, null));

        public static CloudQueueMessage GetMessage(this CloudQueue queue, TimeSpan? visibilityTimeout = null) => Result(queue.GetMessageAsync(visibilityTimeout, null, null));

        public static IEnumerable<CloudQueueMessage> GetMessages(this CloudQueue queue, int messageCount, TimeSpan? visibilityTimeout = null) => Result(queue.GetMessagesAsync(messageCount, visibilityTimeout, null, null));

        public static CloudQueueMessage PeekMessage(this CloudQueue queue) => Result(queue.PeekMessageAsync());

        public static IEnumerable<CloudQueueMessage> PeekMessages(this CloudQueue queue, int messageCount) => Result(queue.PeekMessagesAsync(messageCount));

        public static void UpdateMessage(this CloudQueue queue, CloudQueueMessage message, TimeSpan visibilityTimeout, MessageUpdateFields updateFields) => Wait(queue.UpdateMessageAsync(message, visibilityTimeout, updateFields));

        public static void DeleteMessage(this CloudQueue queue, CloudQueueMessage message) => Wait(queue.DeleteMessageAsync(message));

        public static void DeleteMessage(this CloudQueue queue, string messageId, string popReceipt) => Wait(queue.DeleteMessageAsync(messageId, popReceipt));

        public static void Create(this CloudTable table) => Wait(table.CreateAsync());

        public static bool CreateIfNotExists(this CloudTable table) => Result(table.CreateIfNotExistsAsync());

        public static bool Exists(this CloudTable table) => Result(table.ExistsAsync());

        public static void Delete(this CloudTable table) => Wait(table.DeleteAsync());

        public static bool DeleteIfExists(this CloudTable table) => Result(table.DeleteIfExistsAsync());

        public static TableResult Execute(this CloudTable table, TableOperation operation) => Result(table.ExecuteAsync(operation));

        public static IList<TableResult> ExecuteBatch(this CloudTable table, TableBatchOperation batch) => Result(table.ExecuteBatchAsync(batch));

        public static IEnumerable<DynamicTableEntity> ExecuteQuery(this CloudTable table, TableQuery query)
        {
            TableContinuationToken token = null;
            do
            {
                var segment = Result(table.ExecuteQuerySegmentedAsync(query, token));
                foreach (var row in segment.Results) yield return row;
                token = segment.ContinuationToken;
            }
            while (token != null);
        }

        public static IEnumerable<T> ExecuteQuery<T>(this CloudTable table, TableQuery<T> query) where T : ITableEntity, new()
        {
            TableContinuationToken token = null;
            do
            {
                var segment = Result(table.ExecuteQuerySegmentedAsync(query, token));
                foreach (var row in segment.Results) yield return row;
                token = segment.ContinuationToken;
            }
            while (token != null);
        }

        public static TableQuerySegment<T> ExecuteQuerySegmented<T>(this CloudTable table, TableQuery<T> query, TableContinuationToken token) where T : ITableEntity, new() => Result(table.ExecuteQuerySegmentedAsync(query, token));

        private static void Wait(Task task) => task.GetAwaiter().GetResult();

        private static T Result<T>(Task<T> task) => task.GetAwaiter().GetResult();
    }
