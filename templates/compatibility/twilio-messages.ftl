
    /// <summary>Sends what a function adds when it has succeeded, with the account, number and text that its attribute named.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class TwilioMessages : ICollector<CreateMessageOptions>, IAsyncCollector<CreateMessageOptions>
    {
        private static readonly ConcurrentDictionary<Tuple<string, string>, TwilioRestClient> Clients = new ConcurrentDictionary<Tuple<string, string>, TwilioRestClient>();

        private readonly ConcurrentQueue<CreateMessageOptions> _messages = new ConcurrentQueue<CreateMessageOptions>();
        private readonly TwilioRestClient _client;
        private readonly string _from;
        private readonly string _body;

        public TwilioMessages(FunctionContext context, string accountSetting, string tokenSetting, string from, string body)
        {
            var settings = context.InstanceServices.GetRequiredService<IConfiguration>();
            var account = Setting(settings, accountSetting ?? "AzureWebJobsTwilioAccountSid");
            var token = Setting(settings, tokenSetting ?? "AzureWebJobsTwilioAuthToken");
            _client = Clients.GetOrAdd(Tuple.Create(account, token), key => new TwilioRestClient(key.Item1, key.Item2));
            _from = BindingSettings.Resolve(context, from);
            _body = BindingSettings.Resolve(context, body);
        }

        private static string Setting(IConfiguration settings, string name) =>
            settings[name] ?? throw new InvalidOperationException("The setting '" + name + "' does not exist.");

        public void Add(CreateMessageOptions item)
        {
            if (item == null)
            {
                return;
            }
            if (item.From == null)
            {
                item.From = _from;
            }
            item.Body = item.Body ?? _body;
            if (item.To == null || item.Body == null)
            {
                throw new InvalidOperationException("A message needs a number and a text.");
            }
            _messages.Enqueue(item);
        }

        public Task AddAsync(CreateMessageOptions item, CancellationToken cancellationToken = default(CancellationToken))
        {
            Add(item);
            return Task.CompletedTask;
        }

        public async Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            while (_messages.TryDequeue(out var message))
            {
                await MessageResource.CreateAsync(message, client: _client);
            }
        }
    }
