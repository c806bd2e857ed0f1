using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;

namespace OrderDesk.Tests
{
    public class FakeCollector<T> : ICollector<T>, IAsyncCollector<T>
    {
        public List<T> Items { get; } = new List<T>();

        public void Add(T item) => Items.Add(item);

        public Task AddAsync(T item, CancellationToken cancellationToken = default)
        {
            Items.Add(item);
            return Task.CompletedTask;
        }

        public Task FlushAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    public class ListLogger : ILogger
    {
        public List<string> Lines { get; } = new List<string>();

        public IDisposable BeginScope<TState>(TState state) => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Add(logLevel + ": " + formatter(state, exception));
        }
    }

    internal static class Requests
    {
        public static HttpRequest Get(string query = "") => new DefaultHttpContext().Request.With("GET", query);

        public static HttpRequest Post(string body)
        {
            var request = new DefaultHttpContext().Request.With("POST", "");
            var bytes = Encoding.UTF8.GetBytes(body);
            request.Body = new MemoryStream(bytes);
            request.ContentLength = bytes.Length;
            return request;
        }

        private static HttpRequest With(this HttpRequest request, string method, string query)
        {
            request.Method = method;
            request.QueryString = new QueryString(query);
            return request;
        }
    }
}
