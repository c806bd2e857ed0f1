using System;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;

namespace SupportRows
{
    public partial class Outputs
    {
        [FunctionName("CollectAndFail")]
        public static async Task CollectAndFail([QueueTrigger("fail")] string text, [Queue("collected")] IAsyncCollector<string> queue)
        {
            await queue.AddAsync(text);
            await queue.FlushAsync();
            if (text == "boom")
            {
                throw new InvalidOperationException("after an add");
            }
        }
    }
}
