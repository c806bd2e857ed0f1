
    /// <summary>Sends events with all their properties when it is flushed, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class EventHubCollector : ICollector<EventData>, IAsyncCollector<EventData>
    {
        private static readonly ConcurrentDictionary<string, EventHubProducerClient> Clients = new ConcurrentDictionary<string, EventHubProducerClient>();
        private readonly List<EventData> _items = new List<EventData>();
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

        public void Add(EventData item)
        {
            if (item != null)
            {
                lock (_items)
                {
                    _items.Add(item);
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
            EventData[] items;
            lock (_items)
            {
                items = _items.ToArray();
                _items.Clear();
            }
            if (items.Length == 0)
            {
                return;
            }
            var target = BindingSettings.Resolve(_context, _target);
            var client = Clients.GetOrAdd(_connection + "/" + target, key => Client(target));
            var batch = await client.CreateBatchAsync(cancellationToken);
            foreach (var item in items)
            {
                if (!batch.TryAdd(item))
                {
                    await client.SendAsync(batch, cancellationToken);
                    batch = await client.CreateBatchAsync(cancellationToken);
                    if (!batch.TryAdd(item))
                    {
                        throw new InvalidOperationException("An event is too large for event hub '" + target + "'.");
                    }
                }
            }
            await client.SendAsync(batch, cancellationToken);
        }

        private EventHubProducerClient Client(string target)
        {
            var connection = BindingSettings.Connection(_context, _connection);
            var address = connection["fullyQualifiedNamespace"];
            if (address != null)
            {
                return new EventHubProducerClient(address, target, BindingSettings.Credential(connection));
            }
            var named = EventHubsConnectionStringProperties.Parse(connection.Value).EventHubName;
            return string.IsNullOrEmpty(named) ? new EventHubProducerClient(connection.Value, target) : new EventHubProducerClient(connection.Value);
        }
    }
