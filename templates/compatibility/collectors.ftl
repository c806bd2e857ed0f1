
    /// <summary>Keeps what a function adds until its adapter hands it to the worker: sent when the function has succeeded.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class OutputCollector<T> : ICollector<T>, IAsyncCollector<T>
    {
        private readonly List<T> _items = new List<T>();

        public void Add(T item)
        {
            if (item == null) return;
            lock (_items) _items.Add(item);
        }

        public Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken))
        {
            Add(item);
            return Task.CompletedTask;
        }

        public Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken)) => Task.CompletedTask;

        public T[] ToArray() => _items.ToArray();
    }
