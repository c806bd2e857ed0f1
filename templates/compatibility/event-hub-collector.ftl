
    /// <summary>Sends events with all their properties when it is flushed, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class EventHubCollector : ICollector<EventData>, IAsyncCollector<EventData>
    {
        private static readonly ConcurrentDictionary<string, EventHubProducerClient> Clients = new ConcurrentDictionary<string, EventHubProducerClient>();
        private readonly List<KeyValuePair<string, EventData>> _items = new List<KeyValuePair<string, EventData>>();
        private readonly FunctionContext _context;
        private readonly string _target;
        private readonly string _connection;

        private EventHubCollector(FunctionContext context, string target, string connection)
        {
            _context = context;
            _target = target;
            _connection = connection;
        }

        public static EventHubCollector Of(FunctionContext context, string target, string connection) => new EventHubCollector(context, target, connection);

        public void Add(EventData item) => Add(item, null);

        internal void Add(EventData item, string partitionKey)
        {
            if (item != null)
            {
                lock (_items)
                {
                    _items.Add(new KeyValuePair<string, EventData>(partitionKey, item));
                }
            }
        }

        public Task AddAsync(EventData item, CancellationToken cancellationToken = default(CancellationToken))
        {
            Add(item);
            return Task.CompletedTask;
        }

        public async Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            KeyValuePair<string, EventData>[] items;
            lock (_items)
            {
                items = _items.ToArray();
                _items.Clear();
            }
            foreach (var partition in items.GroupBy(item => item.Key))
            {
                await SendAsync(partition.Key, partition.Select(item => item.Value), cancellationToken);
            }
        }

        private async Task SendAsync(string partitionKey, IEnumerable<EventData> items, CancellationToken cancellationToken)
        {
            var client = Client(_context, _target, _connection);
            var options = new CreateBatchOptions { PartitionKey = partitionKey };
            var batch = await client.CreateBatchAsync(options, cancellationToken);
            foreach (var item in items)
            {
                if (!batch.TryAdd(item))
                {
                    await client.SendAsync(batch, cancellationToken);
                    batch = await client.CreateBatchAsync(options, cancellationToken);
                    if (!batch.TryAdd(item))
                    {
                        throw new InvalidOperationException("An event is too large for event hub '" + client.EventHubName + "'.");
                    }
                }
            }
            await client.SendAsync(batch, cancellationToken);
        }

        public static EventHubProducerClient Client(FunctionContext context, string target, string connection)
        {
            target = BindingSettings.Resolve(context, target);
            return Clients.GetOrAdd(connection + "/" + target, key =>
            {
                var section = BindingSettings.Connection(context, connection);
                var address = section["fullyQualifiedNamespace"];
                if (address != null)
                {
                    return new EventHubProducerClient(address, target, BindingSettings.Credential(section));
                }
                var named = EventHubsConnectionStringProperties.Parse(section.Value).EventHubName;
                return string.IsNullOrEmpty(named) ? new EventHubProducerClient(section.Value, target) : new EventHubProducerClient(section.Value);
            });
        }
    }

    /// <summary>Events for a partition.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EventHubCollectorExtensions
    {
        public static Task AddAsync(this IAsyncCollector<EventData> instance, EventData eventData, string partitionKey, CancellationToken cancellationToken = default(CancellationToken))
        {
            ((EventHubCollector)instance).Add(eventData, partitionKey);
            return Task.CompletedTask;
        }
    }
