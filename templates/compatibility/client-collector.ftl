
    /// <summary>Hands each item to a client of the SDK at once.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class ClientCollector<T> : ICollector<T>, IAsyncCollector<T>
    {
        private readonly Func<T, CancellationToken, Task> _send;

        public ClientCollector(Func<T, CancellationToken, Task> send) => _send = send;

        public void Add(T item) => AddAsync(item).GetAwaiter().GetResult();

        public Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken)) =>
            item == null ? Task.CompletedTask : _send(item, cancellationToken);

        public Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken)) => Task.CompletedTask;
    }
