
    /// <summary>Queues that exist, with texts in base64 as the host writes them.</summary>
    [ExcludeFromCodeCoverage]
    internal static class QueueClients
    {
        public static QueueClient Of(FunctionContext context, string queue, string connection)
        {
            var client = Found(context, queue, connection);
            client.CreateIfNotExists();
            return client;
        }

        public static ClientCollector<QueueMessage> Messages(FunctionContext context, string queue, string connection) =>
            new ClientCollector<QueueMessage>((item, token) => SendAsync(context, queue, connection, item.Body, token));

        public static ClientCollector<byte[]> Bytes(FunctionContext context, string queue, string connection) =>
            new ClientCollector<byte[]>((item, token) => SendAsync(context, queue, connection, new BinaryData(item), token));

        public static ClientCollector<BinaryData> Data(FunctionContext context, string queue, string connection) =>
            new ClientCollector<BinaryData>((item, token) => SendAsync(context, queue, connection, item, token));

        private static async Task SendAsync(FunctionContext context, string queue, string connection, BinaryData body, CancellationToken token)
        {
            var client = Found(context, queue, connection);
            await client.CreateIfNotExistsAsync(cancellationToken: token);
            await client.SendMessageAsync(body, cancellationToken: token);
        }

        private static QueueClient Found(FunctionContext context, string queue, string connection)
        {
            var section = BindingSettings.Connection(context, connection);
            var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
            var name = BindingSettings.Resolve(context, queue).ToLowerInvariant();
            var address = section["queueServiceUri"] ?? section["serviceUri"];
            if (address == null && section["accountName"] != null)
            {
                address = "https://" + section["accountName"] + ".queue.core.windows.net";
            }
            return address == null
                ? new QueueClient(section.Value, name, options)
                : new QueueClient(new Uri(address.TrimEnd('/') + "/" + name), BindingSettings.Credential(section), options);
        }
    }
