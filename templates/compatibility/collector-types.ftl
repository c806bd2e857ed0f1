
    public interface ICollector<in T>
    {
        void Add(T item);
    }

    public interface IAsyncCollector<in T>
    {
        Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken));

        Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken));
    }
