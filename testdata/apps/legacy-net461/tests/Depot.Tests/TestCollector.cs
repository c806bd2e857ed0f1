using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;

namespace Depot.Tests
{
    /// <summary>Keeps what a function sends.</summary>
    public class TestCollector<T> : IAsyncCollector<T>, ICollector<T>
    {
        public List<T> Items { get; } = new List<T>();

        public void Add(T item)
        {
            Items.Add(item);
        }

        public Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken))
        {
            Items.Add(item);
            return Task.CompletedTask;
        }

        public Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return Task.CompletedTask;
        }
    }
}
