<#assign ended = model.parts.binderCompletion?then("Ended(", ""), closed = model.parts.binderCompletion?then(")", "")>

        private async Task<object> BlobAsync(Type type, BlobAttribute wanted, CancellationToken cancellationToken)
        {
            var path = BindingSettings.Resolve(_context, wanted.BlobPath);
            var slash = path.IndexOf('/');
            var container = Blobs(Named(wanted, "Storage")).GetBlobContainerClient(slash < 0 ? path : path.Substring(0, slash));
            if (wanted.Access != FileAccess.Read)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
<#if model.parts.binderBlobClients>
            if (type == typeof(BlobContainerClient))
            {
                return container;
            }
            if (type == typeof(BlockBlobClient))
            {
                return container.GetBlockBlobClient(path.Substring(slash + 1));
            }
</#if>
            var blob = container.GetBlobClient(path.Substring(slash + 1));
<#list [{"name": "Earlier", "sdk": "Microsoft.Azure.Storage", "part": model.parts.earlierBlobs}, {"name": "Earliest", "sdk": "Microsoft.WindowsAzure.Storage", "part": model.parts.earliestBlobs}] as of>
<#if of.part>
            if (type == typeof([=of.sdk].Blob.CloudBlobContainer))
            {
                return await [=of.name]Blobs.ContainerAsync(_context, container, Named(wanted, "Storage"));
            }
            if (type == typeof([=of.sdk].Blob.CloudBlockBlob) || type == typeof([=of.sdk].Blob.CloudBlobStream))
            {
                var earlier = await [=of.name]Blobs.BlockAsync(_context, blob, Named(wanted, "Storage"));
                return type == typeof([=of.sdk].Blob.CloudBlockBlob) ? earlier : (object)[=ended]await earlier.OpenWriteAsync()[=closed];
            }
</#if>
</#list>
            if (type == typeof(BlobClient))
            {
                return blob;
            }
            if (type == typeof(TextWriter))
            {
                return [=ended]new StreamWriter(await blob.OpenWriteAsync(true, cancellationToken: cancellationToken))[=closed];
            }
            if (type == typeof(Stream) && wanted.Access == FileAccess.Write)
            {
                return [=ended]await blob.OpenWriteAsync(true, cancellationToken: cancellationToken)[=closed];
            }
            if (!await blob.ExistsAsync(cancellationToken))
            {
                return null;
            }
            if (type == typeof(Stream))
            {
                return await blob.OpenReadAsync(cancellationToken: cancellationToken);
            }
            if (type == typeof(TextReader))
            {
                return new StreamReader(await blob.OpenReadAsync(cancellationToken: cancellationToken));
            }
            var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
            return type == typeof(byte[]) ? content.ToArray() : (object)content.ToString();
        }

        private BlobServiceClient Blobs(string name)
        {
            var connection = BindingSettings.Connection(_context, name);
            var address = connection["blobServiceUri"] ?? connection["serviceUri"];
            if (address == null && connection["accountName"] != null)
            {
                address = "https://" + connection["accountName"] + ".blob.core.windows.net";
            }
            return address == null ? new BlobServiceClient(connection.Value) : new BlobServiceClient(new Uri(address), BindingSettings.Credential(connection));
        }
<#if model.parts.binderCompletion>

        /// <summary>Closing twice does no harm.</summary>
        private T Ended<T>(T writer)
            where T : IAsyncDisposable
        {
            AtTheEnd(() => writer.DisposeAsync().AsTask());
            return writer;
        }
</#if>
