
    /// <summary>Sends each message at once, with all its properties, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class ServiceBusCollector : ICollector<ServiceBusMessage>, IAsyncCollector<ServiceBusMessage>
    {
        private static readonly ConcurrentDictionary<string, ServiceBusClient> Clients = new ConcurrentDictionary<string, ServiceBusClient>();
        private static readonly ConcurrentDictionary<string, ServiceBusSender> Senders = new ConcurrentDictionary<string, ServiceBusSender>();
        private readonly FunctionContext _context;
        private readonly string _target;
        private readonly string _connection;

        private ServiceBusCollector(FunctionContext context, string target, string connection)
        {
            _context = context;
            _target = target;
            _connection = connection;
        }

        public static ServiceBusCollector Of(FunctionContext context, string target, string connection) => new ServiceBusCollector(context, target, connection);

        public void Add(ServiceBusMessage item) => AddAsync(item).GetAwaiter().GetResult();

        public Task AddAsync(ServiceBusMessage item, CancellationToken cancellationToken = default(CancellationToken)) =>
            item == null ? Task.CompletedTask : Sender().SendMessageAsync(item, cancellationToken);

        public Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken)) => Task.CompletedTask;

        private ServiceBusSender Sender()
        {
            var target = BindingSettings.Resolve(_context, _target);
            return Senders.GetOrAdd(_connection + "/" + target, key => Clients.GetOrAdd(_connection, Client).CreateSender(target));
        }

        private ServiceBusClient Client(string name)
        {
            var connection = BindingSettings.Connection(_context, name);
            var address = connection["fullyQualifiedNamespace"];
            return address == null ? new ServiceBusClient(connection.Value) : new ServiceBusClient(address, BindingSettings.Credential(connection));
        }
    }
