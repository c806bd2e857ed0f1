
    /// <summary>Queues and messages as the types of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class [=name]Queues
    {
        public static [=sdk].Queue.CloudQueue Of(FunctionContext context, string queue, string connection)
        {
            var found = Found(context, queue, connection);
            found.CreateIfNotExistsAsync().GetAwaiter().GetResult();
            return found;
        }

        public static ClientCollector<[=sdk].Queue.CloudQueueMessage> Collector(FunctionContext context, string queue, string connection)
        {
            return new ClientCollector<[=sdk].Queue.CloudQueueMessage>(async (item, token) =>
            {
                var found = Found(context, queue, connection);
                await found.CreateIfNotExistsAsync();
                await found.AddMessageAsync(item);
            });
        }

        /// <summary>What only the service sets has no public setter.</summary>
        public static [=sdk].Queue.CloudQueueMessage From(QueueMessage item)
        {
            var earlier = new [=sdk].Queue.CloudQueueMessage(item.MessageId, item.PopReceipt);
            earlier.SetMessageContent(item.Body.ToArray());
            Set(earlier, "DequeueCount", (int)item.DequeueCount);
            Set(earlier, "InsertionTime", item.InsertedOn);
            Set(earlier, "ExpirationTime", item.ExpiresOn);
            Set(earlier, "NextVisibleTime", item.NextVisibleOn);
            return earlier;
        }

        private static void Set(object target, string property, object value) => target.GetType().GetProperty(property).SetValue(target, value);

        private static [=sdk].Queue.CloudQueue Found(FunctionContext context, string queue, string connection)
        {
            var account = [=sdk].CloudStorageAccount.Parse(BindingSettings.Connection(context, connection).Value);
            var client = new [=sdk].Queue.CloudQueueClient(account.QueueStorageUri, account.Credentials);
            return client.GetQueueReference(BindingSettings.Resolve(context, queue).ToLowerInvariant());
        }
    }
