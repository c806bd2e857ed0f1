using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;

namespace SupportRows.Shared
{
    /// <summary>Work of several apps on types of the host: see <see cref="IAsyncCollector{T}"/>.</summary>
    public static class Senders
    {
        public static void SendAll(ICollector<string> queue, string texts)
        {
            foreach (var text in texts.Split('|'))
            {
                queue.Add(text);
            }
        }

        public static async Task<int> SendAllAsync<T>(IAsyncCollector<T> queue, params T[] items)
        {
            foreach (var item in items)
            {
                await queue.AddAsync(item);
            }

            await queue.FlushAsync();
            return items.Length;
        }

        public static string Name(ExecutionContext context) => context.FunctionName;

        public static void Say(TraceWriter log, string text) => log.Info("shared: " + text);
    }
}
